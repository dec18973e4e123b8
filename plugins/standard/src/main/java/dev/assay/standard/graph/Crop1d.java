package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Places;
import dev.assay.engine.architecture.Site;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A sequence without its ends.
 *
 * <p>In: {@code [steps, features]}. Out: {@code [steps - before - behind, features]}.
 */
@Doc("A sequence without its ends.")
@Elsewhere("cropping1d")
@Example(value = "{type: crop1d, cropping: [1, 2]}", of = "[10, 32]", makes = "[7, 32]")
public record Crop1d(
    @Doc(value = "How many go: one number for both ends, or two: before, behind.", unit = "steps")
        @Size(min = 1, max = 2)
        List<@PositiveOrZero Integer> cropping)
    implements Cropping {

  @Override
  public int axes() {
    return 1;
  }

  /** A sequence's own end is cut off, wherever that is. */
  @Override
  public Padding padding(Site site) {
    return Padding.ZEROED;
  }

  @Override
  public Places places(Site site) {
    return new Places(-Borders.of(cropping, 1).both(0) - 1, 1);
  }
}
