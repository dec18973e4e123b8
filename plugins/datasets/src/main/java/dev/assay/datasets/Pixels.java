package dev.assay.datasets;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.dataset.Values;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Images in memory, a byte for each pixel of each channel.
 *
 * @param means what is taken off each channel
 * @param deviations what each channel is then divided by
 */
@SuppressWarnings("ArrayRecordComponent") // read only here
record Pixels(Images keys, List<byte[]> images, int[] labels, double[] means, double[] deviations) {

  /**
   * Images, standardised by some of them where that is asked for.
   *
   * @param training the images whose mean and deviation it is
   */
  static Pixels of(Images keys, List<byte[]> images, int[] labels, int[] training) {
    double[] means = new double[keys.channels()];
    double[] deviations = new double[keys.channels()];
    Arrays.fill(deviations, 1);
    if (keys.standardize()) {
      for (int channel = 0; channel < means.length; channel++) {
        measure(keys, images, training, channel, means, deviations);
      }
    }
    return new Pixels(keys, images, labels, means, deviations);
  }

  private static void measure(
      Images keys,
      List<byte[]> images,
      int[] training,
      int channel,
      double[] means,
      double[] deviations) {
    int area = keys.height() * keys.width();
    double sum = 0;
    double squares = 0;
    for (int image : training) {
      for (int i = channel * area; i < (channel + 1) * area; i++) {
        double ink = (images.get(image)[i] & 0xff) / 255.0;
        sum += ink;
        squares += ink * ink;
      }
    }
    double count = (double) area * training.length;
    means[channel] = sum / count;
    double variance = squares / count - means[channel] * means[channel];
    deviations[channel] = variance > 0 ? Math.sqrt(variance) : 1;
  }

  /** A digest of all pixels and classes. */
  String digest() {
    ByteBuffer classes = ByteBuffer.allocate(labels.length * Integer.BYTES);
    classes.asIntBuffer().put(labels);
    byte[][] parts = images.toArray(new byte[images.size() + 1][]);
    parts[images.size()] = classes.array();
    return Digests.sha256(parts);
  }

  /**
   * What a network is given of an image from elsewhere.
   *
   * @param image its pixels, in the size of the others
   */
  double[] input(byte... image) {
    int area = keys.height() * keys.width();
    double[] input = new double[image.length];
    for (int i = 0; i < input.length; i++) {
      int channel = i / area;
      input[i] = ((image[i] & 0xff) / 255.0 - means[channel]) / deviations[channel];
    }
    return input;
  }

  /** Some of the images as they are. */
  Data.Split plain(int[] rows) {
    return new Plain(this, rows);
  }

  /** Some of the images, moved and mirrored anew in each epoch. */
  Data.Split augmented(int[] rows, long seed) {
    return new Augmented(rows, seed);
  }

  /** Writes an image, moved and perhaps mirrored; what comes in from outside is black. */
  private void write(int image, Batch batch, int row, int down, int right, boolean mirrored) {
    Values values = batch.inputs().get(0);
    int height = keys.height();
    int width = keys.width();
    int at = row * keys.channels() * height * width;
    for (int channel = 0; channel < keys.channels(); channel++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int fromX = (mirrored ? width - 1 - x : x) - right;
          double ink = ink(image, channel, y - down, fromX);
          values.set(at++, (ink - means[channel]) / deviations[channel]);
        }
      }
    }
    batch.targets().get(0).set(row, labels[image]);
  }

  private double ink(int image, int channel, int y, int x) {
    boolean inside = y >= 0 && y < keys.height() && x >= 0 && x < keys.width();
    return inside
        ? (images.get(image)[(channel * keys.height() + y) * keys.width() + x] & 0xff) / 255.0
        : 0;
  }

  @SuppressWarnings("ArrayRecordComponent") // read only here
  private record Plain(Pixels pixels, int[] rows) implements Data.Split {

    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public void read(int sample, Batch batch, int row) {
      pixels.write(rows[sample], batch, row, 0, 0, false);
    }
  }

  /** What is random depends on the seed, the epoch and the sample, and not on who reads first. */
  private final class Augmented implements Data.Split {
    private final int[] rows;
    private final long seed;
    private int epoch;

    Augmented(int[] rows, long seed) {
      this.rows = rows;
      this.seed = seed;
    }

    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public void startEpoch(int number) {
      epoch = number;
    }

    @Override
    public void read(int sample, Batch batch, int row) {
      SplittableRandom random =
          new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (epoch * (long) rows.length + sample));
      int most = keys.shift();
      int down = random.nextInt(-most, most + 1);
      int right = random.nextInt(-most, most + 1);
      write(rows[sample], batch, row, down, right, keys.mirror() && random.nextBoolean());
    }
  }
}
