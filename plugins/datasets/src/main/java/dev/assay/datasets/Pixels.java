package dev.assay.datasets;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.Values;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * The pixels of images, a byte for each pixel of each channel.
 *
 * @param images the bytes of an image, by its number
 * @param inMemory whether they are there already, and need not be read of a disk each time
 * @param means what is taken off each channel
 * @param deviations what each channel is then divided by
 */
@SuppressWarnings("ArrayRecordComponent") // read only here
record Pixels(
    Images keys,
    IntFunction<byte[]> images,
    boolean inMemory,
    int[] labels,
    double[] means,
    double[] deviations) {

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
    byte[] pixels = images.apply(image);
    Values values = batch.inputs().get(0);
    int height = keys.height();
    int width = keys.width();
    int at = row * pixels.length;
    for (int channel = 0; channel < keys.channels(); channel++) {
      for (int y = 0; y < height; y++) {
        int fromY = y - down;
        for (int x = 0; x < width; x++) {
          int fromX = (mirrored ? width - 1 - x : x) - right;
          boolean inside = fromY >= 0 && fromY < height && fromX >= 0 && fromX < width;
          int ink = inside ? pixels[(channel * height + fromY) * width + fromX] & 0xff : 0;
          values.set(at++, (ink / 255.0 - means[channel]) / deviations[channel]);
        }
      }
    }
    batch.targets().get(0).set(row, labels[image]);
  }

  @SuppressWarnings("ArrayRecordComponent") // read only here
  private record Plain(Pixels pixels, int[] rows) implements Data.Split {

    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public boolean isSlow() {
      return !pixels.inMemory;
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
    public boolean isSlow() {
      return !inMemory;
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
