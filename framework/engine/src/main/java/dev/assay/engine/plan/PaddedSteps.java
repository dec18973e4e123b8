package dev.assay.engine.plan;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which layers put out sequences that are padded, and the input of the data that says how long. */
final class PaddedSteps {

  private final Map<String, String> lengths = new HashMap<>();

  PaddedSteps(DataSpec data) {
    data.inputs().stream()
        .filter(Field::padded)
        .forEach(field -> lengths.put(field.name(), field.name()));
  }

  boolean contains(String name) {
    return lengths.containsKey(name);
  }

  /**
   * Adds a layer.
   *
   * @return the input that its output is padded like, or null if it has no padding
   * @throws ShapeException if the layer would take padding for steps that count
   */
  @Nullable String add(String name, Layer layer, Site site, List<String> inputs) {
    List<String> ends =
        inputs.stream().filter(this::contains).map(lengths::get).distinct().toList();
    if (layer instanceof Head head) {
      compared(head.field(site), site, !ends.isEmpty());
    }
    String own = ends.isEmpty() ? null : through(layer.padding(site), inputs, ends);
    if (own != null) {
      lengths.put(name, own);
    }
    return own;
  }

  private @Nullable String through(Padding padding, List<String> inputs, List<String> ends) {
    if (padding == Padding.UNKNOWN) {
      throw new ShapeException(
          "looks at all steps of `%s`, and cannot tell which of them only fill a sequence up"
              .formatted(ends.get(0)),
          "`last_step`, `global_avg_pool` or `global_max_pool` makes one row of a sequence's own"
              + " steps");
    }
    if (padding == Padding.TAKEN) {
      return null;
    }
    if (padding == Padding.FIRST) {
      return lengths.get(inputs.get(0));
    }
    if (ends.size() > 1) {
      throw new ShapeException(
          "is given steps of `%s` and of `%s`, which end at different places"
              .formatted(ends.get(0), ends.get(1)));
    }
    return ends.get(0);
  }

  /** Logits and targets are padded alike, or neither is. */
  private static void compared(Field target, Site site, boolean padded) {
    Shape logits = site.input();
    boolean alike =
        target.padded()
            ? logits.rank() == 2 && Objects.equals(logits.dim(0), target.shape().dim(0))
            : !padded;
    if (!alike) {
      throw new ShapeException(
          "compares %s%s with the target `%s`, %s%s"
              .formatted(
                  logits.describe(),
                  padded ? " of different lengths" : "",
                  target.name(),
                  target.shape().describe(),
                  target.padded() ? " of different lengths" : ""),
          padded && !target.padded()
              ? "`last_step`, `global_avg_pool` or `global_max_pool` makes one row of a sequence's"
                  + " own steps"
              : "a target whose lengths differ has one row for each step of the logits");
    }
  }
}
