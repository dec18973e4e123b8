package dev.assay.engine.plan;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.diagnostics.Words;
import dev.assay.config.text.Span;
import dev.assay.engine.architecture.Add;
import dev.assay.engine.architecture.Architecture;
import dev.assay.engine.architecture.ClearPadding;
import dev.assay.engine.architecture.Composite;
import dev.assay.engine.architecture.Constraint;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Item;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.StepRows;
import dev.assay.engine.architecture.Treatment;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unfolds a list of items into layers with names and shapes. */
final class NetworkPlanner {

  private static final String DISTRIBUTED = "time_distributed";

  private final Review review;
  private final Architecture architecture;
  private final DataSpec data;

  private final List<PlannedLayer> layers = new ArrayList<>();

  /** The shapes of all inputs and layers so far, by name. */
  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  private final PaddedSteps padded;

  /** How many rows there are of an input or a layer for each sample, where it is not one. */
  private final Map<String, Integer> rows = new HashMap<>();

  private final Map<String, Integer> counts = new HashMap<>();

  /** Whether what is being planned is in a group that is frozen. */
  private boolean frozen;

  NetworkPlanner(Review review, DataSpec data) {
    this.review = review;
    this.architecture = review.experiment().architecture();
    this.data = data;
    this.padded = new PaddedSteps(data);
  }

  /** Ends the planning at the first layer that is wrong: all after it would be wrong for it. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken() {
      super(null, null, false, false);
    }
  }

  /**
   * What a name that the user wrote stands for.
   *
   * @param names the network's names by those written
   * @param prefix the group that a name is in, with a dot, or nothing
   * @param suffix tells the rounds of a repetition apart
   */
  private record Scope(Map<String, String> names, String prefix, String suffix) {

    /** The same names, and those of one round, counted from 1. */
    Scope round(int number) {
      return new Scope(new HashMap<>(names), prefix, suffix + "_" + number);
    }

    /** The same names, and those of a group. */
    Scope inside(String group) {
      return new Scope(new HashMap<>(names), group + ".", "");
    }

    Scope copy() {
      return new Scope(new HashMap<>(names), prefix, suffix);
    }
  }

  /** The network, or nothing where a layer does not fit; the reason is then among the problems. */
  Optional<Network> plan() {
    data.inputs().forEach(input -> shapes.put(input.name(), input.shape()));
    try {
      items(architecture.layers(), data.inputs().get(0).name(), new Scope(new HashMap<>(), "", ""));
      Network network = new Network(layers);
      network.outputs().stream().filter(last -> last.rows() > 1).forEach(this::endsInside);
      return Optional.of(network);
    } catch (Broken e) {
      return Optional.empty();
    }
  }

  /**
   * Plans items one after the other.
   *
   * @param given the name of what the first one is given
   * @return the name of what the last one puts out
   */
  private String items(List<Item> items, String given, Scope scope) {
    String current = given;
    for (@Nullable Item item : items) {
      if (item == null) {
        throw new Broken(); // it could not be bound, which has been said
      }
      current = item(item, current, scope);
    }
    return current;
  }

  private String item(Item item, String given, Scope scope) {
    if (item instanceof Item.Single single) {
      return single(single, given, scope);
    }
    if (item instanceof Item.Residual residual) {
      return residual(residual, given, scope);
    }
    if (item instanceof Item.TimeDistributed distributed) {
      return timeDistributed(distributed, given, scope);
    }
    if (item instanceof Item.Group group) {
      return group(group, given, scope);
    }
    if (item instanceof Item.Use use) {
      throw new IllegalStateException(
          "the block " + use.block() + " has not been put in its place");
    }
    Item.Repeat repeat = (Item.Repeat) item;
    String current = given;
    for (int i = 0; i < repeat.repeat(); i++) {
      current = items(repeat.layers(), current, scope.round(i + 1));
    }
    return current;
  }

  private String group(Item.Group group, String given, Scope scope) {
    List<String> inputs = inputs(group.from(), group, given, scope);
    if (inputs.size() > 1) {
      String message = "a group is given one input, not %d".formatted(inputs.size());
      throw report(
          PlanRules.SHAPE,
          review.locations().of(group, "from"),
          message,
          "Its layers may have more.");
    }
    boolean outside = frozen;
    frozen = outside || group.frozen();
    String last = grouped(group, inputs, scope);
    frozen = outside;
    return last;
  }

  private String grouped(Item.Group group, List<String> inputs, Scope scope) {
    String written = group.name();
    if (written == null) {
      return items(group.layers(), inputs.get(0), scope.copy());
    }
    String name = name(written, "", group, scope);
    String last = items(group.layers(), inputs.get(0), scope.inside(name));
    scope.names().put(written, last);
    return last;
  }

  /** What an item is given, by the names of the network. */
  private List<String> inputs(List<String> from, Item item, String given, Scope scope) {
    return from.isEmpty()
        ? List.of(given)
        : from.stream().map(written -> resolve(written, item, scope)).toList();
  }

  private String single(Item.Single item, String given, Scope scope) {
    List<String> inputs = inputs(item.from(), item, given, scope);
    String type = review.catalog().name(Layer.class, item.layer().getClass());
    String name = name(item.name(), type, item, scope);
    Treatment treatment = item.treatment().frozen(frozen);
    return layer(name, type, item.layer(), treatment, inputs, review.locations().of(item.layer()));
  }

  private String residual(Item.Residual item, String given, Scope scope) {
    Span at = review.locations().of(item);
    String branch = items(item.residual(), given, scope);
    if (!shape(branch).equals(shape(given))) {
      throw report(
          PlanRules.SHAPE,
          at,
          "the branch makes %s of %s; a residual connection adds the two, so they must be alike"
              .formatted(shape(branch), shape(given)),
          way(branch));
    }
    String name = name(item.name(), "residual", item, scope);
    return layer(name, "add", new Add(), Treatment.NONE, List.of(branch, given), at);
  }

  private String timeDistributed(Item.TimeDistributed item, String given, Scope scope) {
    Span at = review.locations().of(item);
    Shape sequence = shape(given);
    if (sequence.rank() < 2 || sequence.isSymbols() || rows(given) > 1) {
      throw report(
          PlanRules.SHAPE,
          at,
          "`%s` takes a sequence of images or of rows of numbers, not %s%s"
              .formatted(
                  DISTRIBUTED, sequence.describe(), rows(given) > 1 ? " inside of another" : ""),
          way(given));
    }
    String name = name(item.name(), DISTRIBUTED, item, scope);
    int steps = sequence.dim(0);
    Layer apart = new StepRows(steps, true);
    String step = layer(name + ".step", DISTRIBUTED, apart, Treatment.NONE, List.of(given), at);
    String last = items(item.timeDistributed(), step, scope);
    Layer together = new StepRows(steps, false);
    return layer(name, DISTRIBUTED, together, Treatment.NONE, List.of(last), at);
  }

  private int rows(String name) {
    return rows.getOrDefault(name, 1);
  }

  /** How many rows a layer puts out for each sample: as many as all that it is given has. */
  private int rows(Layer layer, List<String> inputs) {
    int given = rows(inputs.get(0));
    for (String input : inputs) {
      if (rows(input) != given) {
        throw new ShapeException(
            "is given `%s` and `%s`, and only one of them is inside of a `%s`"
                .formatted(inputs.get(0), input, DISTRIBUTED));
      }
    }
    if (layer instanceof Head && given > 1) {
      throw new ShapeException(
          "compares whole samples, and stands inside of a `%s`".formatted(DISTRIBUTED),
          "behind it, it compares step by step");
    }
    return layer instanceof StepRows steps ? steps.rows(given) : given;
  }

  private void endsInside(PlannedLayer last) {
    throw report(
        PlanRules.SHAPE,
        review.locations().of(last.layer()),
        "no layer is given `%s`, and it is inside of a `%s`".formatted(last.name(), DISTRIBUTED),
        "its last layer makes what comes out of it");
  }

  private String layer(
      String name, String type, Layer layer, Treatment treatment, List<String> inputs, Span at) {
    List<Shape> given = inputs.stream().map(input -> given(input, type, at)).toList();
    Treatment own = treatment.frozen(freezes(name));
    Site site = new Site(given, data, architecture.weightInit(), own.frozen());
    try {
      if (layer instanceof Composite composite) {
        return parts(name, composite, site, treatment, inputs, at);
      }
      List<String> read =
          layer.padding(site) == Padding.ZEROED ? cleared(name, inputs, at) : inputs;
      Shape shape = layer.shape(site);
      List<Parameter> parameters = layer.parameters(site);
      parameters.forEach(parameter -> keepable(own, parameter));
      int several = rows(layer, read);
      String lengths = padded.add(name, layer, site, read);
      PlannedLayer planned =
          new PlannedLayer(name, type, read, site, shape, parameters, layer, own, several, lengths);
      if (planned.parameterCount() > Integer.MAX_VALUE) {
        throw new ArithmeticException();
      }
      layers.add(planned);
      rows.put(name, several);
      shapes.put(name, shape);
      return name;
    } catch (ShapeException e) {
      throw report(
          PlanRules.SHAPE,
          at,
          "`%s` %s".formatted(type, e.reason()),
          e.hint() == null ? way(inputs.get(0)) : e.hint());
    } catch (ArithmeticException e) {
      throw report(
          PlanRules.SHAPE,
          at,
          "`%s` is too large: its output or its parameters are more than %,d numbers"
              .formatted(type, Integer.MAX_VALUE),
          way(inputs.get(0)));
    }
  }

  /** The same inputs, with zeros for what only fills sequences up. */
  private List<String> cleared(String name, List<String> inputs, Span at) {
    List<String> read = new ArrayList<>();
    for (String input : inputs) {
      Layer clear = new ClearPadding();
      read.add(
          padded.contains(input)
              ? layer(name + ".cleared", "clear_padding", clear, Treatment.NONE, List.of(input), at)
              : input);
    }
    return read;
  }

  private static void keepable(Treatment treatment, Parameter parameter) {
    Constraint constraint = treatment.constraint(parameter.role());
    if (constraint != null) {
      constraint.check(parameter.shape());
    }
  }

  /** Whether a layer stays as another run has left it. */
  private boolean freezes(String name) {
    return review.experiment().transfer().stream()
        .anyMatch(transfer -> transfer.frozen() && transfer.takes(name));
  }

  /** The shape of what a layer is given, which is never a prediction: a loss needs its logits. */
  private Shape given(String input, String type, Span at) {
    boolean head =
        layers.stream().anyMatch(l -> l.name().equals(input) && l.layer() instanceof Head);
    if (head) {
      throw report(
          PlanRules.SHAPE,
          at,
          "`%s` is given `%s`, and a loss ends a network".formatted(type, input),
          "`from` names the layer that it goes on from");
    }
    return shape(input);
  }

  private String parts(
      String name,
      Composite composite,
      Site site,
      Treatment treatment,
      List<String> inputs,
      Span at) {
    Map<String, List<String>> known = new HashMap<>(Map.of(Composite.GIVEN, inputs));
    List<String> current = inputs;
    for (Map.Entry<String, Layer> part : composite.layers(site).entrySet()) {
      List<String> from = composite.from().getOrDefault(part.getKey(), List.of());
      List<String> given =
          from.isEmpty()
              ? current
              : from.stream()
                  .flatMap(source -> Objects.requireNonNull(known.get(source), source).stream())
                  .toList();
      String full = part.getKey().isEmpty() ? name : name + "." + part.getKey();
      String type = review.catalog().name(Layer.class, part.getValue().getClass());
      current = List.of(layer(full, type, part.getValue(), treatment, given, at));
      known.put(part.getKey(), current);
    }
    return current.get(0);
  }

  private Shape shape(String name) {
    return Objects.requireNonNull(shapes.get(name), name);
  }

  /** The name in the network for one that the user wrote. */
  private String resolve(String written, Item item, Scope scope) {
    String name = scope.names().getOrDefault(written, written);
    if (shapes.containsKey(name)) {
      return name;
    }
    List<String> known = new ArrayList<>(shapes.keySet());
    known.addAll(scope.names().keySet());
    throw report(
        PlanRules.NAME,
        review.locations().of(item, "from"),
        "no layer or input before this one is called `%s`".formatted(written),
        "%s Before it: %s."
            .formatted(Nearest.question(written, known), Words.commas(shapes.keySet()))
            .trim());
  }

  /** A name that no other layer has: the user's, or the type's with a number. */
  private String name(@Nullable String written, String type, Object item, Scope scope) {
    if (written == null) {
      return type + "_" + counts.merge(type, 1, Integer::sum);
    }
    String name = scope.prefix() + written + scope.suffix();
    if (shapes.containsKey(name)) {
      String message = "two layers or inputs are called `%s`".formatted(name);
      throw report(PlanRules.NAME, review.locations().of(item, "name"), message, null);
    }
    scope.names().put(written, name);
    return name;
  }

  /** The layers that lead to one, for the hint of a shape that does not fit. */
  private String way(String name) {
    List<String> steps = new ArrayList<>();
    String current = name;
    while (steps.size() < 6) {
      steps.add(0, "%s %s".formatted(current, shape(current)));
      String at = current;
      Optional<PlannedLayer> layer = layers.stream().filter(l -> l.name().equals(at)).findFirst();
      if (layer.isEmpty()) {
        break;
      }
      current = layer.get().inputs().get(0);
    }
    return "On the way: " + String.join(" > ", steps);
  }

  private Broken report(Rule rule, Span at, String message, @Nullable String hint) {
    review.error(rule, at, message, hint);
    return new Broken();
  }
}
