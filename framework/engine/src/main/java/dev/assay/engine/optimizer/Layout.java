package dev.assay.engine.optimizer;

import dev.assay.engine.architecture.Parameter.Role;
import java.util.List;

/** Where the parameters of a network lie in its parameter vector, in the vector's order. */
public record Layout(List<Region> regions) {

  /**
   * A stretch of the vector whose numbers have one role.
   *
   * @param from its first number
   * @param count how many numbers it has
   */
  public record Region(int from, int count, Role role) {}

  public Layout {
    regions = List.copyOf(regions);
  }

  /** The regions of one role. */
  public List<Region> of(Role role) {
    return regions.stream().filter(region -> region.role() == role).toList();
  }
}
