package dev.assay.engine.plan;

import dev.assay.config.text.Span;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Treatment;
import dev.assay.engine.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layer in its place.
 *
 * @param name unique in the network
 * @param type what the file calls its kind
 * @param inputs the names of the layers, or of the data's inputs, that it is given
 * @param shape of its output, without the batch
 * @param parameters those of its own
 * @param shares the layer whose parameters it computes with in place of its own, or null
 * @param treatment how its parameters start, and what training does to them beside making the loss
 *     small
 * @param rows how many rows of it there are for each sample: one, but for the steps inside of a
 *     {@code time_distributed}
 * @param lengths where the sequences that it puts out end, or null if they have no padding
 * @param at the word in the file that asks for it
 */
public record PlannedLayer(
    String name,
    String type,
    List<String> inputs,
    Site site,
    Shape shape,
    List<Parameter> parameters,
    @Nullable String shares,
    Layer layer,
    Treatment treatment,
    int rows,
    @Nullable Ends lengths,
    Span at) {

  /** What a user calls it: a head that is a part of a layer goes by that layer's name. */
  public String label() {
    String part = "." + Head.PART;
    boolean inside = layer instanceof Head && name.endsWith(part);
    return inside ? name.substring(0, name.length() - part.length()) : name;
  }

  /** How many numbers its parameters have together. */
  public long parameterCount() {
    return parameters.stream().mapToLong(Parameter::size).sum();
  }

  /** Whether it computes with parameters, its own or those of another layer. */
  public boolean learns() {
    return !parameters.isEmpty() || shares != null;
  }

  /** The shapes of what is worth being looked at inside of it: {@code attention.weights}. */
  public Map<String, Shape> inside() {
    Map<String, Shape> named = new LinkedHashMap<>();
    layer.inside(site).forEach((part, shape) -> named.put(name + "." + part, shape));
    return named;
  }

  /** Operations of one sample's forward pass. */
  public long flops() {
    return rows * layer.flops(site);
  }

  /** How much memory a sample takes. */
  Footprint footprint() {
    return layer.footprint(site).times(rows);
  }
}
