package dev.assay.engine.plan;

import dev.assay.engine.transfer.Donor;
import dev.assay.engine.transfer.Transfer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a network takes from another run.
 *
 * @param layers for each layer that takes its parameters from there, its name there
 */
public record Transferred(Transfer transfer, Donor donor, Map<String, String> layers) {

  public Transferred {
    layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
  }

  /** What the file says, of just this checkpoint. */
  Transfer pinned() {
    return transfer.pinned(donor.checkpoint(), donor.contents().facts().sha256());
  }
}
