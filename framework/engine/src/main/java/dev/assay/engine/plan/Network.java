package dev.assay.engine.plan;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.dataset.DataSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A planned network.
 *
 * @param layers each after those that it is given
 */
public record Network(List<PlannedLayer> layers) {

  public Network {
    layers = List.copyOf(layers);
  }

  public long parameters() {
    return layers.stream().mapToLong(PlannedLayer::parameterCount).sum();
  }

  /** How many parameters layers compute with that are those of others; each has a gradient. */
  long shared() {
    return layers.stream()
        .flatMap(layer -> Stream.ofNullable(layer.shares()))
        .mapToLong(owner -> layer(owner).orElseThrow().parameterCount())
        .sum();
  }

  /** How many of the parameters training changes; running means are no such. */
  public long learned() {
    return layers.stream()
        .filter(layer -> !layer.treatment().frozen())
        .flatMap(layer -> layer.parameters().stream())
        .filter(parameter -> parameter.role() != Parameter.Role.STATISTIC)
        .mapToLong(Parameter::size)
        .sum();
  }

  /** The layers that no other one is given: what the network says. */
  public List<PlannedLayer> outputs() {
    return layers.stream().filter(layer -> readers(layer.name()).isEmpty()).toList();
  }

  /** The layers that are given what a layer, or an input of the data, holds; in their order. */
  public List<PlannedLayer> readers(String name) {
    return layers.stream().filter(layer -> layer.inputs().contains(name)).toList();
  }

  /** The outputs that are compared with a target. */
  public List<PlannedLayer> heads() {
    return outputs().stream().filter(layer -> layer.layer() instanceof Head).toList();
  }

  /** The layer with this name. */
  public Optional<PlannedLayer> layer(String name) {
    return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
  }

  /**
   * Where the sequences of a layer end, or null if they have no padding.
   *
   * @param name of a layer, or of an input itself
   */
  public @Nullable Ends lengths(String name, DataSpec data) {
    boolean given =
        data.inputs().stream().anyMatch(field -> field.padded() && field.name().equals(name));
    return given ? Ends.of(name) : layer(name).map(PlannedLayer::lengths).orElse(null);
  }

  /** The layers that say how much each step looks at each other. */
  public List<PlannedLayer> attention() {
    return layers.stream()
        .filter(layer -> layer.layer().inside(layer.site()).containsKey(Layer.ATTENTION))
        .toList();
  }

  /** The names of all layers. */
  public List<String> names() {
    return layers.stream().map(PlannedLayer::name).toList();
  }

  /** Operations of one sample's forward pass, as {@code Layer} counts them. */
  public long flops() {
    return layers.stream().mapToLong(PlannedLayer::flops).sum();
  }
}
