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

/** Which layers put out sequences that are padded, and where these end. */
final class PaddedSteps {

  private static final String ONE_ROW =
      "`last_step`, `global_avg_pool` or `global_max_pool` makes one row of a sequence's own steps";

  private final Map<String, Ends> lengths = new HashMap<>();

  /** The same, of layers that see steps of such sequences one by one. */
  private final Map<String, Ends> apart = new HashMap<>();

  PaddedSteps(DataSpec data) {
    data.inputs().stream()
        .filter(Field::padded)
        .forEach(field -> lengths.put(field.name(), Ends.of(field.name())));
  }

  boolean contains(String name) {
    return lengths.containsKey(name);
  }

  /**
   * Adds a layer.
   *
   * @return where the sequences that it puts out end, or null if it has no padding
   * @throws ShapeException if the layer would take padding for steps that count
   */
  @Nullable Ends add(String name, Layer layer, Site site, List<String> inputs) {
    if (layer instanceof StepRows rows) {
      return stepRows(name, rows, inputs.get(0));
    }
    Optional<String> single = inputs.stream().filter(apart::containsKey).findFirst();
    if (single.isPresent()) {
      Ends end = Objects.requireNonNull(apart.get(single.get()));
      refuse(layer.padding(site) == Padding.MIXED, end);
      apart.put(name, end);
    }
    List<Ends> ends = inputs.stream().filter(this::contains).map(lengths::get).distinct().toList();
    if (layer instanceof Head head) {
      compared(head.field(site), site, ends);
    }
    Ends own = ends.isEmpty() ? null : through(layer, site, inputs, ends);
    if (own != null) {
      lengths.put(name, own);
    }
    return own;
  }

  private @Nullable Ends through(Layer layer, Site site, List<String> inputs, List<Ends> ends) {
    Padding padding = layer.padding(site);
    refuse(padding == Padding.UNKNOWN || padding == Padding.MIXED, ends.get(0));
    if (padding == Padding.TAKEN) {
      return null;
    }
    if (padding == Padding.FIRST) {
      return lengths.get(inputs.get(0));
    }
    if (ends.size() > 1) {
      throw new ShapeException(apart(ends.get(0), ends.get(1)));
    }
    return ends.get(0).through(layer.places(site));
  }

  private static String apart(Ends one, Ends other) {
    return one.input().equals(other.input())
        ? "is given steps of `%s` that different windows were made of, which end at different places"
            .formatted(one.input())
        : "is given steps of `%s` and of `%s`, which end at different places"
            .formatted(one.input(), other.input());
  }

  private @Nullable Ends stepRows(String name, StepRows rows, String input) {
    Ends end = rows.apart() ? lengths.get(input) : apart.get(input);
    if (end != null) {
      (rows.apart() ? apart : lengths).put(name, end);
    }
    return rows.apart() ? null : end;
  }

  private static void refuse(boolean wrong, Ends end) {
    if (wrong) {
      throw new ShapeException(
          "looks at all steps of `%s`, and cannot tell which of them only fill a sequence up"
              .formatted(end.input()),
          ONE_ROW);
    }
  }

  /** Logits and targets are padded alike, or neither is. */
  private static void compared(Field target, Site site, List<Ends> ends) {
    boolean padded = !ends.isEmpty();
    Shape logits = site.input();
    boolean steps = logits.rank() == 2 && logits.dim(0) == target.shape().dim(0);
    boolean alike = target.padded() ? steps && ends.stream().allMatch(Ends::whole) : !padded;
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
