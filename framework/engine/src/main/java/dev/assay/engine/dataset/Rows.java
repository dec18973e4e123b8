package dev.assay.engine.dataset;

import java.util.List;
import java.util.stream.Stream;

/**
 * Samples that lie in memory.
 *
 * @param inputs the numbers of each sample's input, the last axis fastest
 * @param targets the numbers of each sample's target; a class is one number
 */
public record Rows(List<double[]> inputs, List<double[]> targets) implements Data.Split {

  @Override
  public int size() {
    return inputs.size();
  }

  @Override
  public void read(int sample, Batch batch, int row) {
    batch.inputs().get(0).setRow(row, inputs.get(sample));
    if (!batch.targets().isEmpty()) {
      batch.targets().get(0).setRow(row, targets.get(sample));
    }
  }

  /** A digest of all numbers. */
  public String digest() {
    return Digests.sha256(
        Stream.concat(inputs.stream(), targets.stream()).toArray(double[][]::new));
  }
}
