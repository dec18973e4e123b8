package dev.assay.engine.plan;

import dev.assay.config.text.Span;
import dev.assay.engine.architecture.Architecture;
import dev.assay.engine.architecture.ClearPadding;
import dev.assay.engine.architecture.Composite;
import dev.assay.engine.architecture.Constraint;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Treatment;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a network so far. A layer that does not fit is reported, and has no shape; nothing
 * is said of those that are given its output, since all of it would follow.
 */
final class Sketch {

  /** The name of what has not been found, which has been said. */
  static final String UNKNOWN = "";

  private final Review review;
  private final Architecture architecture;
  private final DataSpec data;
  private final PaddedSteps padded;
  private final ManyRows rows = new ManyRows();
  private final List<PlannedLayer> layers = new ArrayList<>();

  /** The shapes of all inputs and layers by name; none for a layer that does not fit. */
  private final Map<String, Optional<Shape>> shapes = new LinkedHashMap<>();

  private boolean broken;

  Sketch(Review review, Architecture architecture, DataSpec data) {
    this.review = review;
    this.architecture = architecture;
    this.data = data;
    this.padded = new PaddedSteps(data);
    data.inputs().forEach(input -> shapes.put(input.name(), Optional.of(input.shape())));
  }

  /** The network, unless something does not fit. */
  Optional<Network> network() {
    if (broken) {
      return Optional.empty();
    }
    Network network = new Network(layers);
    network.outputs().stream().filter(last -> last.rows() > 1).forEach(this::endsInside);
    return broken ? Optional.empty() : Optional.of(network);
  }

  private void endsInside(PlannedLayer last) {
    broken = true;
    review.error(
        PlanRules.SHAPE,
        last.at(),
        "no layer is given `%s`, and it is inside of a `%s`"
            .formatted(last.name(), ManyRows.DISTRIBUTED),
        "its last layer makes what comes out of it");
  }

  boolean has(String name) {
    return shapes.containsKey(name);
  }

  /** The names of all inputs and layers, in their order. */
  Set<String> names() {
    return Collections.unmodifiableSet(shapes.keySet());
  }

  /** The shape of an input or layer, if it has one. */
  Optional<Shape> shape(String name) {
    return shapes.getOrDefault(name, Optional.empty());
  }

  /** The parameters of a layer, those of its parts among them. */
  List<Parameter> parameters(String name) {
    return layers.stream()
        .filter(layer -> layer.name().equals(name) || layer.name().startsWith(name + "."))
        .flatMap(layer -> layer.parameters().stream())
        .toList();
  }

  /** Puts a layer, or its parts, behind others; returns its name. */
  String add(String name, Layer layer, List<String> inputs, Spot spot) {
    return add(name, spot.type(), layer, inputs, spot);
  }

  private String add(String name, String type, Layer layer, List<String> inputs, Spot spot) {
    if (name.equals(UNKNOWN) || inputs.stream().anyMatch(input -> shape(input).isEmpty())) {
      return leave(name);
    }
    try {
      inputs.forEach(this::isNoPrediction);
      List<Shape> given = inputs.stream().map(this::known).toList();
      boolean frozen =
          owner(spot)
              .map(owner -> owner.site().frozen())
              .orElse(spot.treatment().frozen() || isTakenAsItIs(name));
      Site site = new Site(given, data, architecture.weightInit(), frozen);
      return layer instanceof Composite composite
          ? parts(name, composite, site, inputs, spot)
          : put(name, type, layer, site, inputs, spot);
    } catch (ShapeException e) {
      String message = "`%s` %s".formatted(spot.type(), e.reason());
      return misfit(name, spot, message, Way.hint(e.hint(), way(inputs, name)));
    } catch (ArithmeticException e) {
      String message =
          "`%s` is too large: its output or its parameters are more than %,d numbers"
              .formatted(spot.type(), Integer.MAX_VALUE);
      return misfit(name, spot, message, way(inputs, name));
    }
  }

  private String put(
      String name, String type, Layer layer, Site site, List<String> inputs, Spot spot) {
    List<String> read =
        layer.padding(site) == Padding.ZEROED ? cleared(name, inputs, spot.at()) : inputs;
    int several = rows.add(name, layer, read, site.inputs());
    Shape shape = layer.shape(site);
    List<Parameter> parameters = layer.parameters(site);
    String owner = parameters.isEmpty() ? null : owner(spot).map(Sharing::root).orElse(null);
    if (owner != null) {
      Sharing.check(parameters, layer(owner).orElseThrow().parameters(), owner);
      parameters = List.of();
    }
    Treatment treatment = spot.treatment().frozen(site.frozen());
    parameters.forEach(parameter -> keepable(treatment, parameter));
    PlannedLayer planned =
        new PlannedLayer(
            name,
            type,
            read,
            site,
            shape,
            parameters,
            owner,
            layer,
            treatment,
            several,
            padded.add(name, layer, site, read),
            spot.at());
    countable(planned);
    layers.add(planned);
    shapes.put(name, Optional.of(shape));
    return name;
  }

  /** The layer whose parameters another one computes with, if they are not its own. */
  private Optional<PlannedLayer> owner(Spot spot) {
    return spot.shares() == null ? Optional.empty() : layer(spot.shares());
  }

  private Optional<PlannedLayer> layer(String name) {
    return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
  }

  /** Arrays have as many numbers as an index can tell apart. */
  private static void countable(PlannedLayer planned) {
    if (planned.shape().size() < 1 || planned.parameterCount() > Integer.MAX_VALUE) {
      throw new ArithmeticException();
    }
  }

  private static void keepable(Treatment treatment, Parameter parameter) {
    Constraint constraint = treatment.constraint(parameter.role());
    if (constraint != null) {
      constraint.check(parameter.shape());
    }
  }

  /** Whether a layer stays as another run has left it. */
  private boolean isTakenAsItIs(String name) {
    return review.experiment().transfer().stream()
        .anyMatch(transfer -> transfer.frozen() && transfer.takes(name));
  }

  /** The same inputs, with zeros for what only fills sequences up. */
  private List<String> cleared(String name, List<String> inputs, Span at) {
    Spot spot = new Spot("clear_padding", Treatment.NONE, at);
    return inputs.stream()
        .map(
            input ->
                padded.contains(input)
                    ? add(name + ".cleared", new ClearPadding(), List.of(input), spot)
                    : input)
        .toList();
  }

  private String parts(
      String name, Composite composite, Site site, List<String> inputs, Spot spot) {
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
      current = List.of(add(full, type, part.getValue(), given, spot.part(part.getKey())));
      known.put(part.getKey(), current);
    }
    return current.get(0);
  }

  /** A layer is never given a prediction: a loss needs its logits. */
  private void isNoPrediction(String input) {
    if (layers.stream().anyMatch(l -> l.name().equals(input) && l.layer() instanceof Head)) {
      throw new ShapeException(
          "is given `%s`, and a loss ends a network".formatted(input),
          "`from` names the layer that it goes on from");
    }
  }

  /** Reports a layer that does not fit; returns its name. */
  String misfit(String name, Spot spot, String message, @Nullable String hint) {
    review.error(PlanRules.SHAPE, spot.at(), message, hint);
    return leave(name);
  }

  /** Goes on without a layer's shape. */
  private String leave(String name) {
    broken = true;
    if (!name.equals(UNKNOWN)) {
      shapes.put(name, Optional.empty());
    }
    return name;
  }

  /** What leads to a layer that does not fit, for the hint. */
  String way(List<String> inputs, String name) {
    return new Way(shapes, layers).to(inputs, name);
  }

  private Shape known(String name) {
    return shape(name).orElseThrow();
  }
}
