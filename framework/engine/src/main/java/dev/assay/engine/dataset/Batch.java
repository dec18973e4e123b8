package dev.assay.engine.dataset;

import dev.assay.engine.dataset.DataSpec.Field;
import java.util.List;

/**
 * Samples side by side.
 *
 * @param inputs for each input of the {@link DataSpec}, in its order
 * @param targets for each target, in its order
 */
public record Batch(int size, List<Values> inputs, List<Values> targets) {

  /** An empty batch, to be filled by {@link Data.Split#read}. */
  public static Batch of(DataSpec spec, int size, Precision precision) {
    return new Batch(
        size, values(spec.inputs(), size, precision), values(spec.targets(), size, precision));
  }

  private static List<Values> values(List<Field> fields, int size, Precision precision) {
    return fields.stream().map(field -> new Values(field.shape(), size, precision)).toList();
  }
}
