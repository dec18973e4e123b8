package dev.assay.engine.compiled;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.plan.Network;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A planned layer on inputs of some shapes, which are not always those of the plan: a text that is
 * being written grows.
 *
 * @param trained whether parameters of this layer or of one below it are learned
 * @param first for each input, whether this layer is the first to write its gradient
 * @param lastReader the place of the last layer that is given what this one puts out
 */
record Placed(
    PlannedLayer layer,
    Site site,
    Shape shape,
    boolean trained,
    List<Boolean> first,
    int lastReader) {

  String name() {
    return layer.name();
  }

  boolean isHead() {
    return layer.layer() instanceof Head;
  }

  /**
   * All layers of a network.
   *
   * @param inputs the shapes of what the network is given, by name
   */
  static List<Placed> of(Network network, Map<String, Shape> inputs) {
    Map<String, Shape> shapes = new HashMap<>(inputs);
    Map<String, Boolean> trained = new HashMap<>();
    List<Placed> placed = new ArrayList<>();
    for (PlannedLayer layer : network.layers()) {
      List<Shape> given =
          layer.inputs().stream().map(name -> Objects.requireNonNull(shapes.get(name))).toList();
      Site site = layer.site().on(given);
      boolean head = layer.layer() instanceof Head;
      Shape shape = head ? given.get(0) : layer.layer().shape(site);
      boolean learns =
          layer.learns()
              || layer.inputs().stream().anyMatch(name -> trained.getOrDefault(name, false));
      shapes.put(layer.name(), shape);
      trained.put(layer.name(), learns);
      placed.add(
          new Placed(
              layer, site, shape, learns, first(network, layer), lastReader(network, layer)));
    }
    return placed;
  }

  /**
   * Whether a layer is, for each of its inputs, the first to write the gradient: losses go backward
   * before all other layers, and these in the opposite order.
   */
  private static List<Boolean> first(Network network, PlannedLayer layer) {
    List<Boolean> first = new ArrayList<>();
    for (int i = 0; i < layer.inputs().size(); i++) {
      String input = layer.inputs().get(i);
      List<PlannedLayer> readers = network.readers(input);
      PlannedLayer writer =
          readers.stream()
              .filter(reader -> reader.layer() instanceof Head)
              .findFirst()
              .orElse(readers.get(readers.size() - 1));
      first.add(writer.name().equals(layer.name()) && layer.inputs().indexOf(input) == i);
    }
    return first;
  }

  /** What the network says, and what losses are taken of, is needed when all layers are done. */
  private static int lastReader(Network network, PlannedLayer layer) {
    List<PlannedLayer> readers = network.readers(layer.name());
    boolean kept =
        readers.isEmpty() || readers.stream().anyMatch(reader -> reader.layer() instanceof Head);
    return kept ? Integer.MAX_VALUE : network.layers().indexOf(readers.get(readers.size() - 1));
  }
}
