package dev.assay.engine.plan;

import dev.assay.config.text.Span;
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

  /** So many layers are the most that a network has. */
  private static final int MOST = 10_000;

  private final Review review;
  private final Architecture architecture;
  private final Sketch sketch;
  private final Naming naming;
  private final Parts parts = new Parts();

  /** Whether what is being planned is in a group that is frozen. */
  private boolean frozen;

  /** Whether an item could not be bound, which has been said. */
  private boolean incomplete;

  /** Whether there are more layers than are allowed, which has been said. */
  private boolean tooMany;

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
    if (item instanceof Item.Repeat repeat) {
      return repeat(repeat, given, names);
    }
    List<String> inputs = naming.inputs(item.from(), item, given, names);
    return item instanceof Item.Shares shares
        ? shares(shares, inputs, names)
        : named(item, null, given(item, item, inputs), names);
  }

  /**
   * What an item is given: only a layer may be given several things.
   *
   * @param asking the item that says what it is
   */
  private List<String> given(Item item, Item asking, List<String> inputs) {
    if (item instanceof Item.Single || inputs.size() == 1) {
      return inputs;
    }
    review.error(
        PlanRules.SHAPE,
        review.locations().of(asking, "from"),
        "a group is given one input, not %d".formatted(inputs.size()),
        "Its layers may have more.");
    return List.of(Sketch.UNKNOWN);
  }

  private String repeat(Item.Repeat item, @Nullable String given, Names names) {
    String current = given;
    for (int round = 1; round <= item.repeat() && !tooMany; round++) {
      current = items(item.layers(), current, names.round(round));
      enough(item);
    }
    return current == null ? Sketch.UNKNOWN : current;
  }

  /** Stops at a network that nobody could train, before it has taken all memory. */
  private void enough(Item.Repeat item) {
    if (sketch.names().size() > MOST && !tooMany) {
      tooMany = true;
      incomplete = true;
      review.error(
          PlanRules.SHAPE,
          review.locations().of(item, "repeat"),
          "the network has more than %,d layers".formatted(MOST));
    }
  }

  private String shares(Item.Shares item, List<String> inputs, Names names) {
    Optional<Parts.Part> part = naming.part(item, parts, names);
    if (part.isEmpty()) {
      incomplete = true;
      return Sketch.UNKNOWN;
    }
    String type = part.get().item() instanceof Item.Single single ? type(single) : "shares";
    String name = naming.name(item.name(), type, item, names);
    Span at = review.locations().of(item, "shares");
    List<String> given = given(part.get().item(), item, inputs);
    String last =
        parts.again(part.get(), at, again -> named(again, name, given, names.inside(name)));
    if (item.name() != null) {
      names.end(item.name(), last);
    }
    return last;
  }

  /**
   * Plans an item that can have a name.
   *
   * @param called its name; null where it is still to be given one, once its inside has some
   */
  private String named(Item item, @Nullable String called, List<String> inputs, Names names) {
    if (item instanceof Item.Single single) {
      return single(single, called, inputs, names);
    }
    if (item instanceof Item.Residual residual) {
      return residual(residual, called, inputs.get(0), names);
    }
    if (item instanceof Item.TimeDistributed distributed) {
      return timeDistributed(distributed, called, inputs.get(0), names);
    }
    if (item instanceof Item.Group group) {
      return group(group, called, inputs.get(0), names);
    }
    throw new IllegalStateException(item + " has not been put in its place");
  }

  private String single(
      Item.Single item, @Nullable String called, List<String> inputs, Names names) {
    int from = parts.count();
    String type = type(item);
    String name = called == null ? naming.name(item.name(), type, item, names) : called;
    Treatment treatment = item.treatment().frozen(frozen);
    Spot spot = parts.next(name, type, treatment, review.locations().of(item.layer()));
    String added = sketch.add(name, item.layer(), inputs, spot);
    if (sketch.shape(added).isPresent() && !parts.shared()) {
      new TreatmentRules(review).check(item, type, sketch.parameters(name));
    }
    parts.put(name, item, from);
    return added;
  }

  private String type(Item.Single item) {
    return review.catalog().name(Layer.class, item.layer().getClass());
  }

  private String residual(Item.Residual item, @Nullable String called, String around, Names names) {
    int from = parts.count();
    String branch = items(item.residual(), around, names);
    String name = called == null ? naming.name(item.name(), "residual", item, names) : called;
    Spot spot = parts.next(name, "add", Treatment.NONE, review.locations().of(item));
    parts.put(name, item, from);
    Optional<Shape> in = sketch.shape(around);
    Optional<Shape> out = sketch.shape(branch);
    if (in.isPresent() && out.isPresent() && !in.equals(out)) {
      String message =
          "the branch makes %s of %s; a residual connection adds the two, so they must be alike"
              .formatted(out.get(), in.get());
      return sketch.misfit(name, spot, message, sketch.way(List.of(branch), name));
    }
    return sketch.add(name, new Add(), List.of(branch, around), spot);
  }

  private String timeDistributed(
      Item.TimeDistributed item, @Nullable String called, String around, Names names) {
    int from = parts.count();
    String type = ManyRows.DISTRIBUTED;
    String name = called == null ? naming.name(item.name(), type, item, names) : called;
    Span at = review.locations().of(item);
    int steps = sketch.shape(around).filter(shape -> shape.rank() > 0).map(s -> s.dim(0)).orElse(0);
    Spot apart = parts.next(name + ".step", type, Treatment.NONE, at);
    String step = sketch.add(name + ".step", new StepRows(steps, true), List.of(around), apart);
    String last = items(item.timeDistributed(), step, names);
    Spot together = parts.next(name, type, Treatment.NONE, at);
    parts.put(name, item, from);
    return sketch.add(name, new StepRows(steps, false), List.of(last), together);
  }

  private String group(Item.Group group, @Nullable String called, String given, Names names) {
    boolean outside = frozen;
    frozen = outside || group.frozen();
    String last = grouped(group, called, given, names);
    frozen = outside;
    return last;
  }

  private String grouped(Item.Group group, @Nullable String called, String given, Names names) {
    String written = group.name();
    if (called != null) {
      return inside(group, called, given, names);
    }
    if (written == null) {
      return items(group.layers(), given, names.copy());
    }
    String name = naming.name(written, "", group, names);
    String last = inside(group, name, given, names.inside(name));
    names.end(written, last);
    return last;
  }

  private String inside(Item.Group group, String name, String given, Names names) {
    int from = parts.count();
    String last = items(group.layers(), given, names);
    parts.put(name, group, from);
    return last;
  }
}
