package dev.assay.engine.drawing;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a picture of a network shows, however it is drawn.
 *
 * @param nodes each behind those that it is given
 */
record Sketch(String title, List<Node> nodes, List<Edge> edges) {

  /** What a node stands for, which decides how it looks. */
  enum Kind {
    INPUT,
    /** A layer that has nothing to learn. */
    FIXED,
    LEARNED,
    HEAD
  }

  /**
   * An input or a layer.
   *
   * @param lines what stands in it; the first one is its name
   */
  record Node(String name, Kind kind, List<String> lines) {}

  /** An arrow, by the names of its ends. */
  record Edge(String from, String to) {}

  static Sketch of(Plan plan) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (Field input : plan.data().inputs()) {
      nodes.add(new Node(input.name(), Kind.INPUT, List.of(input.name(), input.describe())));
    }
    for (PlannedLayer layer : plan.network().layers()) {
      nodes.add(new Node(layer.name(), kind(layer), lines(layer)));
      layer.inputs().forEach(input -> edges.add(new Edge(input, layer.name())));
    }
    return new Sketch(plan.experiment().name(), List.copyOf(nodes), List.copyOf(edges));
  }

  private static Kind kind(PlannedLayer layer) {
    if (layer.layer() instanceof Head) {
      return Kind.HEAD;
    }
    return layer.learns() ? Kind.LEARNED : Kind.FIXED;
  }

  private static List<String> lines(PlannedLayer layer) {
    String what = "%s %s".formatted(layer.type(), layer.shape());
    if (!layer.learns()) {
      return List.of(layer.name(), what);
    }
    String parameters =
        layer.shares() == null
            ? "%,d parameters".formatted(layer.parameterCount())
            : "parameters of " + layer.shares();
    return List.of(layer.name(), what, parameters);
  }
}
