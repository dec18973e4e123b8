package dev.assay.engine.plan;

import dev.assay.engine.architecture.Add;
import dev.assay.engine.architecture.Architecture;
import dev.assay.engine.architecture.Item;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.StepRows;
import dev.assay.engine.architecture.Treatment;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Unfolds a list of items into layers with names and shapes. */
final class NetworkPlanner {

  private final Review review;
  private final Architecture architecture;
  private final Sketch sketch;
  private final Naming naming;

  /** Whether what is being planned is in a group that is frozen. */
  private boolean frozen;

  /** Whether an item could not be bound, which has been said. */
  private boolean incomplete;

  NetworkPlanner(Review review, DataSpec data) {
    this.review = review;
    this.architecture = review.experiment().architecture();
    this.sketch = new Sketch(review, architecture, data);
    this.naming = new Naming(review, sketch, architecture);
  }

  /**
   * The network, or nothing where a layer does not fit; the reasons are then among the problems.
   */
  Optional<Network> plan() {
    Set<String> inputs = sketch.names();
    String start = inputs.size() == 1 ? inputs.iterator().next() : null;
    items(architecture.layers(), start, Names.none());
    return incomplete ? Optional.empty() : sketch.network();
  }

  /**
   * Plans items one after the other.
   *
   * @param given the name of what the first one is given; null if it has to say that itself
   * @return the name of what the last one puts out
   */
  private String items(List<Item> items, @Nullable String given, Names names) {
    String current = given;
    for (@Nullable Item item : items) {
      incomplete |= item == null;
      current = item == null ? Sketch.UNKNOWN : item(item, current, names);
    }
    return current == null ? Sketch.UNKNOWN : current;
  }

  private String item(Item item, @Nullable String given, Names names) {
    if (item instanceof Item.Single single) {
      return single(single, given, names);
    }
    if (item instanceof Item.Residual residual) {
      return residual(residual, given, names);
    }
    if (item instanceof Item.Group group) {
      return group(group, given, names);
    }
    if (item instanceof Item.TimeDistributed distributed) {
      return timeDistributed(distributed, given, names);
    }
    if (item instanceof Item.Use use) {
      throw new IllegalStateException(
          "the block " + use.block() + " has not been put in its place");
    }
    return repeat((Item.Repeat) item, given, names);
  }

  private String repeat(Item.Repeat item, @Nullable String given, Names names) {
    String current = given;
    for (int round = 1; round <= item.repeat(); round++) {
      current = items(item.layers(), current, names.round(round));
    }
    return current == null ? Sketch.UNKNOWN : current;
  }

  private String single(Item.Single item, @Nullable String given, Names names) {
    List<String> inputs = naming.inputs(item.from(), item, given, names);
    String type = review.catalog().name(Layer.class, item.layer().getClass());
    String name = naming.name(item.name(), type, item, names);
    Treatment treatment = item.treatment().frozen(frozen);
    Spot spot = new Spot(type, treatment, review.locations().of(item.layer()));
    String added = sketch.add(name, item.layer(), inputs, spot);
    if (sketch.shape(added).isPresent()) {
      new TreatmentRules(review).check(item, type, sketch.roles(name));
    }
    return added;
  }

  private String residual(Item.Residual item, @Nullable String given, Names names) {
    String around = naming.inputs(List.of(), item, given, names).get(0);
    String branch = items(item.residual(), around, names);
    String name = naming.name(item.name(), "residual", item, names);
    Spot spot = new Spot("add", Treatment.NONE, review.locations().of(item));
    Optional<Shape> in = sketch.shape(around);
    Optional<Shape> out = sketch.shape(branch);
    if (in.isPresent() && out.isPresent() && !in.equals(out)) {
      String message =
          "the branch makes %s of %s; a residual connection adds the two, so they must be alike"
              .formatted(out.get(), in.get());
      return sketch.misfit(name, spot, message, sketch.way(List.of(branch)));
    }
    return sketch.add(name, new Add(), List.of(branch, around), spot);
  }

  private String timeDistributed(Item.TimeDistributed item, @Nullable String given, Names names) {
    String around = naming.inputs(List.of(), item, given, names).get(0);
    String name = naming.name(item.name(), ManyRows.DISTRIBUTED, item, names);
    Spot spot = new Spot(ManyRows.DISTRIBUTED, Treatment.NONE, review.locations().of(item));
    int steps = sketch.shape(around).filter(shape -> shape.rank() > 0).map(s -> s.dim(0)).orElse(0);
    String step = sketch.add(name + ".step", new StepRows(steps, true), List.of(around), spot);
    String last = items(item.timeDistributed(), step, names);
    return sketch.add(name, new StepRows(steps, false), List.of(last), spot);
  }

  private String group(Item.Group group, @Nullable String given, Names names) {
    List<String> inputs = naming.inputs(group.from(), group, given, names);
    if (inputs.size() > 1) {
      review.error(
          PlanRules.SHAPE,
          review.locations().of(group, "from"),
          "a group is given one input, not %d".formatted(inputs.size()),
          "Its layers may have more.");
      inputs = List.of(Sketch.UNKNOWN);
    }
    boolean outside = frozen;
    frozen = outside || group.frozen();
    String last = grouped(group, inputs.get(0), names);
    frozen = outside;
    return last;
  }

  private String grouped(Item.Group group, String given, Names names) {
    String written = group.name();
    if (written == null) {
      return items(group.layers(), given, names.copy());
    }
    String name = naming.name(written, "", group, names);
    String last = items(group.layers(), given, names.inside(name));
    names.put(written, last);
    return last;
  }
}
