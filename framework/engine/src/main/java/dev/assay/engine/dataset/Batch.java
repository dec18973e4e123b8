package dev.assay.engine.dataset;

import dev.assay.engine.dataset.DataSpec.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Samples side by side.
 *
 * @param inputs for each input of the {@link DataSpec}, in its order
 * @param targets for each target, in its order
 */
public record Batch(int size, List<Values> inputs, List<Values> targets) implements Samples {

  /** An empty batch, to be filled by {@link Data.Split#read}. */
  public static Batch of(DataSpec spec, int size, Precision precision) {
    return new Batch(
        size, values(spec.inputs(), size, precision), values(spec.targets(), size, precision));
  }

  /** All of some samples. */
  public static Batch of(Samples samples, DataSpec spec, Precision precision) {
    if (samples instanceof Batch batch) {
      return batch;
    }
    Batch batch = of(spec, samples.size(), precision);
    samples.read(0, batch);
    return batch;
  }

  @Override
  public void read(int first, Batch into) {
    for (int i = 0; i < inputs.size(); i++) {
      into.inputs.get(i).copy(inputs.get(i), first);
    }
    for (int i = 0; i < targets.size(); i++) {
      into.targets.get(i).copy(targets.get(i), first);
    }
  }

  /** How many steps each sample of an input has, or null where it is not padded. */
  public int @Nullable [] lengths(DataSpec spec, String input) {
    List<String> names = spec.inputs().stream().map(Field::name).toList();
    return inputs.get(names.indexOf(input)).lengths();
  }

  private static List<Values> values(List<Field> fields, int size, Precision precision) {
    return fields.stream().map(field -> Values.of(field, size, precision)).toList();
  }
}
