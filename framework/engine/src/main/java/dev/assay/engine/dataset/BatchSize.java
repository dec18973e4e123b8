package dev.assay.engine.dataset;

import dev.assay.config.bind.FromText;

/**
 * How many samples make a batch.
 *
 * @param samples 0 stands for all of them
 */
public record BatchSize(int samples) {

  /** {@code 64}, or {@code full} for all samples at once. */
  @FromText(value = "a whole number above 0, or `full`", words = "full", least = 1)
  public static BatchSize parse(String text) {
    if (text.equals("full")) {
      return new BatchSize(0);
    }
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
      throw new IllegalArgumentException(
          text.matches("[1-9][0-9]*")
              ? "takes `full` for all samples, or a number of at most 9 digits, not `%s`"
                  .formatted(text)
              : "takes a whole number above 0, or `full`, not `%s`".formatted(text));
    }
    return new BatchSize(Integer.parseInt(text));
  }

  /** The batch size for a split of the given size. */
  public int of(int available) {
    return samples == 0 ? Math.max(1, available) : samples;
  }

  /** How many batches the split makes. */
  public int batches(int available) {
    int size = of(available);
    return (available + size - 1) / size;
  }

  @Override
  public String toString() {
    return samples == 0 ? "full" : Integer.toString(samples);
  }
}
