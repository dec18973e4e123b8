package dev.assay.engine.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Samples that lie in memory.
 *
 * @param inputs the numbers of each sample's inputs, one input behind the other, the last axis
 *     fastest
 * @param targets the numbers of each sample's targets, likewise; a class is one number
 */
public record Rows(List<double[]> inputs, List<double[]> targets) implements Data.Split {

  @Override
  public int size() {
    return inputs.size();
  }

  @Override
  public void read(int sample, Batch batch, int row) {
    write(inputs.get(sample), batch.inputs(), row);
    write(targets.get(sample), batch.targets(), row);
  }

  private static void write(double[] numbers, List<Values> fields, int row) {
    int from = 0;
    for (Values field : fields) {
      int size = field.shape().size();
      field.setRow(row, Arrays.copyOfRange(numbers, from, from + size));
      from += size;
    }
  }

  /** A digest of all numbers. */
  public String digest() {
    return Digests.sha256(
        Stream.concat(inputs.stream(), targets.stream()).toArray(double[][]::new));
  }
}
