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
   * @param pull what is done to them beside
   */
  public record Region(int from, int count, Role role, Pull pull) {

    /** A region to which nothing is done beside. */
    public Region(int from, int count, Role role) {
      this(from, count, role, Pull.NONE);
    }
  }

  /**
   * What is done to parameters beside making the loss small.
   *
   * @param l1 what their sign is multiplied by and added to their gradient
   * @param l2 what they are multiplied by themselves and added to their gradient
   * @param rate what the learning rate is multiplied by
   */
  public record Pull(double l1, double l2, double rate) {

    /** Nothing. */
    public static final Pull NONE = new Pull(0, 0, 1);
  }

  public Layout {
    regions = List.copyOf(regions);
  }

  /** The regions of one role. */
  public List<Region> of(Role role) {
    return regions.stream().filter(region -> region.role() == role).toList();
  }
}
