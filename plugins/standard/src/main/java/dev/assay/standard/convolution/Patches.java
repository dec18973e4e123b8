package dev.assay.standard.convolution;

import dev.assay.engine.kernel.onednn.Memory;
import java.util.Arrays;

/**
 * The numbers of each window, copied side by side: {@code [places, rows, channels window]}. Those
 * beyond the grid are zeros.
 */
final class Patches {

  private final Grid input;
  private final int window;
  private final int rows;

  /** For each place and each number of its window, the place in a sample as it lies, or -1. */
  private final int[] from;

  private final float[] samples;
  private final float[] copies;

  Patches(int rows, Windows windows, Grid input, Grid output) {
    this.input = input;
    this.rows = rows;
    this.window = input.channels() * windows.points();
    this.from = new int[output.points() * window];
    Arrays.fill(from, -1);
    new Correlation(1, windows, input, new Grid(1, output.size()))
        .each((x, w, place) -> from[place * window + w] = lying(x));
    this.samples = new float[rows * input.shape().size()];
    this.copies = new float[rows * from.length];
  }

  /** How many numbers a window has. */
  int window() {
    return window;
  }

  /** Where a number lies that is counted with channels first. */
  private int lying(int x) {
    int points = input.points();
    return input.isSequence() ? x % points * input.channels() + x / points : x;
  }

  void gather(Memory x, Memory seen) {
    x.numbers().get(0, samples);
    each((sample, copy) -> copies[copy] = sample < 0 ? 0 : samples[sample]);
    seen.numbers().put(0, copies);
  }

  /** The gradient of {@link #gather}. */
  void scatter(Memory seen, Memory x) {
    seen.numbers().get(0, copies);
    Arrays.fill(samples, 0);
    each(
        (sample, copy) -> {
          if (sample >= 0) {
            samples[sample] += copies[copy];
          }
        });
    x.numbers().put(0, samples);
  }

  /** A number of the samples, or -1, and where it is copied to. */
  private interface Pair {
    void see(int sample, int copy);
  }

  private void each(Pair pair) {
    int size = samples.length / rows;
    for (int place = 0; place < from.length / window; place++) {
      for (int row = 0; row < rows; row++) {
        int copy = (place * rows + row) * window;
        for (int i = 0; i < window; i++) {
          int at = from[place * window + i];
          pair.see(at < 0 ? -1 : row * size + at, copy + i);
        }
      }
    }
  }
}
