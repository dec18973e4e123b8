package dev.assay.engine.plan;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.StepRows;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which layers put out sequences that are padded, and the input of the data that says how long. */
final class PaddedSteps {

  private static final String ONE_ROW =
      "`last_step`, `global_avg_pool` or `global_max_pool` makes one row of a sequence's own steps";

  private final Map<String, String> lengths = new HashMap<>();

  /** The same, of layers that see steps of such sequences one by one. */
  private final Map<String, String> apart = new HashMap<>();

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
    if (layer instanceof StepRows rows) {
      return stepRows(name, rows, inputs.get(0));
    }
    Optional<String> single = inputs.stream().filter(apart::containsKey).findFirst();
    if (single.isPresent()) {
      String end = Objects.requireNonNull(apart.get(single.get()));
      refuse(layer.padding(site) == Padding.MIXED, end);
      apart.put(name, end);
    }
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
    refuse(padding == Padding.UNKNOWN || padding == Padding.MIXED, ends.get(0));
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

  private @Nullable String stepRows(String name, StepRows rows, String input) {
    String end = rows.apart() ? lengths.get(input) : apart.get(input);
    if (end != null) {
      (rows.apart() ? apart : lengths).put(name, end);
    }
    return rows.apart() ? null : end;
  }

  private static void refuse(boolean wrong, String end) {
    if (wrong) {
      throw new ShapeException(
          "looks at all steps of `%s`, and cannot tell which of them only fill a sequence up"
              .formatted(end),
          ONE_ROW);
    }
  }

  /** Logits and targets are padded alike, or neither is. */
  private static void compared(Field target, Site site, boolean padded) {
    Shape logits = site.input();
    boolean alike =
        target.padded() ? logits.rank() == 2 && logits.dim(0) == target.shape().dim(0) : !padded;
    if (!alike) {
      throw new ShapeException(
          "compares %s%s with the target `%s`, %s"
              .formatted(
                  logits.describe(), padded ? " or shorter" : "", target.name(), target.describe()),
          padded && !target.padded()
              ? ONE_ROW
              : "a target whose lengths differ has one row for each step of the logits");
    }
  }
}
