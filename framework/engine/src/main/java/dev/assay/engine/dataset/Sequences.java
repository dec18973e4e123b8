package dev.assay.engine.dataset;

import java.util.List;
import java.util.stream.Stream;

/**
 * Samples that lie in memory, and may have different lengths.
 *
 * @param inputs for each sample the numbers of each input, the last axis fastest, without padding
 * @param targets for each sample the numbers of each target, likewise; a class is one number
 */
public record Sequences(List<List<double[]>> inputs, List<List<double[]>> targets)
    implements Data.Split {

  @Override
  public int size() {
    return inputs.size();
  }

  @Override
  public void read(int sample, Batch batch, int row) {
    write(inputs.get(sample), batch.inputs(), row);
    write(targets.get(sample), batch.targets(), row);
  }

  private static void write(List<double[]> numbers, List<Values> fields, int row) {
    for (int i = 0; i < numbers.size(); i++) {
      fields.get(i).setRow(row, numbers.get(i));
    }
  }

  /** A digest of all numbers, and of where each row of them ends if they have different lengths. */
  public String digest() {
    boolean alike = Stream.of(inputs, targets).allMatch(Sequences::alike);
    return Digests.sha256(
        Stream.concat(inputs.stream(), targets.stream())
            .flatMap(List::stream)
            .flatMap(row -> alike ? Stream.of(row) : Stream.of(new double[] {row.length}, row))
            .toArray(double[][]::new));
  }

  private static boolean alike(List<List<double[]>> samples) {
    return samples.stream()
            .map(sample -> sample.stream().map(row -> row.length).toList())
            .distinct()
            .count()
        <= 1;
  }
}
