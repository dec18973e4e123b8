package dev.assay.engine.optimizer;

import dev.assay.engine.architecture.Parameter.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parameters of a network lie in its parameter vector, in the vector's order.
 *
 * @param constrained parameters that must keep to something after each step
 */
public record Layout(List<Region> regions, List<Constrained> constrained) {

  /**
   * A stretch of the vector whose numbers have one role.
   *
   * @param from its first number
   * @param count how many numbers it has
   * @param layer whose numbers they are
   * @param pull what is done to them beside
   */
  public record Region(int from, int count, String layer, Role role, Pull pull) {

    /** A region to which nothing is done beside. */
    public Region(int from, int count, Role role) {
      this(from, count, "", role, Pull.NONE);
    }

    /** Its end: the first number behind it. */
    int end() {
      return from + count;
    }

    /** Whether its numbers stay as they are. */
    boolean isFrozen() {
      return pull.rate() == 0;
    }

    /** The same elsewhere. */
    Region at(int place) {
      return new Region(place, count, layer, role, pull);
    }
  }

  /**
   * What is done to parameters beside making the loss small.
   *
   * @param l1 what their sign is multiplied by and added to their gradient
   * @param l2 what they are multiplied by themselves and added to their gradient
   * @param rate what the learning rate is multiplied by
   * @param decay the share of them that is taken off in each step, times the learning rate; as the
   *     optimizer has it if null
   */
  public record Pull(double l1, double l2, double rate, @Nullable Double decay) {

    /** Nothing. */
    public static final Pull NONE = new Pull(0, 0, 1, null);
  }

  public Layout {
    regions = List.copyOf(regions);
    constrained = List.copyOf(constrained);
  }

  /** A layout of parameters that need not keep to anything. */
  public Layout(List<Region> regions) {
    this(regions, List.of());
  }

  /** Regions that leave no gap in a vector: what is in none is one to which nothing is done. */
  List<Region> covering(int length) {
    List<Region> covering = new ArrayList<>();
    int end = 0;
    for (Region region : regions) {
      gap(end, region.from(), covering);
      covering.add(region);
      end = region.end();
    }
    gap(end, length, covering);
    return covering;
  }

  private static void gap(int from, int to, List<Region> regions) {
    if (from < to) {
      regions.add(new Region(from, to - from, Role.STATISTIC));
    }
  }

  /** The regions that stay as they are. */
  List<Region> frozen() {
    return regions.stream().filter(Region::isFrozen).toList();
  }
}
