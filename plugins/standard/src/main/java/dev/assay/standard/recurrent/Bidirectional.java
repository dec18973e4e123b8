package dev.assay.standard.recurrent;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Add;
import dev.assay.engine.architecture.Composite;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.graph.Average;
import dev.assay.standard.graph.Merge;
import dev.assay.standard.graph.Multiply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a sequence from both ends, with parameters of its own for each direction (<a
 * href="https://doi.org/10.1109/78.650093">Schuster and Paliwal 1997</a>). What both say of a step
 * becomes one.
 *
 * <p>In: {@code [steps, features]}. Out: {@code [steps, u]}, or {@code [u]} with {@code
 * final_state}, where u is what the layer makes, and twice that where both are put side by side.
 * Named {@code b}, its layers with parameters are {@code b.forward} and {@code b.backward}.
 */
@Doc("Reads a sequence from both ends, with a layer that reads it from one.")
@Elsewhere({"bilstm", "bigru"})
@Example(
    value = "{type: bidirectional, layer: {type: lstm, units: 16}}",
    of = "[10, 32]",
    makes = "[10, 32]",
    parameters = 6272)
public record Bidirectional(
    @Doc("What reads it: `lstm`, `gru`, or another layer that makes a sequence of one.")
        Layer layer,
    @Doc("What becomes of both.") @Default("concat") Join merge,
    @Doc("Whether only what each direction says when it has read everything is kept.")
        @Default("false")
        boolean finalState)
    implements Composite {

  /** What becomes of what both directions say. */
  public enum Join {
    @Doc("Both side by side, the one that reads forward first.")
    CONCAT,
    @Doc("Their sum.")
    SUM,
    @Doc("Their mean.")
    AVERAGE,
    @Doc("Their product, number by number.")
    MULTIPLY
  }

  @Override
  public Map<String, Layer> layers(Site site) {
    Shape input = site.sequence();
    if (layer instanceof Composite || layer.shape(site).rank() != 2) {
      throw new ShapeException(
          "needs a `layer` that makes one sequence of another, such as `lstm` or `gru`");
    }
    if (layer.shape(site).dim(0) != input.dim(0)) {
      throw new ShapeException(
          "needs a `layer` that says something at each of %d steps, not at %d"
              .formatted(input.dim(0), layer.shape(site).dim(0)));
    }
    Map<String, Layer> parts = new LinkedHashMap<>();
    parts.put("forward", layer);
    parts.put("reversed", new Reverse());
    parts.put("backward", layer);
    if (finalState) {
      parts.put("first", new LastStep());
      parts.put("second", new LastStep());
    } else {
      parts.put("aligned", new Reverse());
    }
    parts.put("", join());
    return parts;
  }

  @Override
  public Map<String, List<String>> from() {
    Map<String, List<String>> from = new LinkedHashMap<>();
    from.put("reversed", List.of(GIVEN));
    if (finalState) {
      from.put("first", List.of("forward"));
      from.put("second", List.of("backward"));
      from.put("", List.of("first", "second"));
    } else {
      from.put("", List.of("forward", "aligned"));
    }
    return from;
  }

  private Layer join() {
    return switch (merge) {
      case CONCAT -> new Merge(null);
      case SUM -> new Add();
      case AVERAGE -> new Average();
      case MULTIPLY -> new Multiply();
    };
  }
}
