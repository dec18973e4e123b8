package dev.assay.datasets;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Values;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Images of MNIST and their classes.
 *
 * @param first the first of the images that are used
 * @param size how many are used, from that one on
 * @param pad empty pixels on each side of an image
 * @param places where the image's corner is, for each of them: row and column; one for all where
 *     there is just one
 * @param ink what a network is given of each byte
 * @param targets what is said of an image, in the order of the data's targets
 */
@SuppressWarnings("ArrayRecordComponent") // read only here
record MnistImages(
    Idx images,
    Idx labels,
    int first,
    int size,
    int pad,
    int[][] places,
    double[] ink,
    List<Mnist.Target> targets)
    implements Data.Split {

  /** Height and width of the original images. */
  static final int SIDE = 28;

  /** Pixels from 0 to 1. */
  private static final double[] PLAIN = IdxScale.OF_BYTES.ofBytes();

  /** Images with the digit in the middle. */
  static MnistImages centred(
      Idx images, Idx labels, int size, int pad, IdxScale scale, List<Mnist.Target> targets) {
    int[][] middle = {{pad, pad}};
    return new MnistImages(images, labels, 0, size, pad, middle, scale.ofBytes(), targets);
  }

  /** Some of the images. */
  MnistImages some(int from, int count) {
    return new MnistImages(images, labels, first + from, count, pad, places, ink, targets);
  }

  /** The same images, each moved by up to so many pixels in either direction. */
  MnistImages moved(int most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] moved = new int[size][];
    for (int i = 0; i < size; i++) {
      moved[i] = random.ints(2, pad - most, pad + most + 1).toArray();
    }
    return new MnistImages(images, labels, first, size, pad, moved, ink, targets);
  }

  @Override
  public void read(int sample, Batch batch, int row) {
    draw(sample, batch.inputs().get(0), row, ink);
    for (int i = 0; i < targets.size(); i++) {
      Values target = batch.targets().get(i);
      switch (targets.get(i)) {
        case DIGIT -> target.set(row, labels.get(first + sample, 0));
        case PARITY -> target.set(row, labels.get(first + sample, 0) % 2);
        case IMAGE -> draw(sample, target, row, PLAIN);
      }
    }
  }

  private void draw(int sample, Values pixels, int row, double[] shades) {
    int width = SIDE + 2 * pad;
    int start = row * width * width;
    if (pad > 0) { // the batch is used again, and has another image's pixels in it
      clear(pixels, start, width * width, shades[0]);
    }
    int[] place = places[places.length == 1 ? 0 : sample];
    for (int line = 0; line < SIDE; line++) {
      int from = start + (place[0] + line) * width + place[1];
      if (pixels.precision() == Precision.FLOAT) {
        copy(sample, line, pixels.floats(), from, shades);
      } else {
        copy(sample, line, pixels.doubles(), from, shades);
      }
    }
  }

  private static void clear(Values pixels, int from, int count, double paper) {
    if (pixels.precision() == Precision.FLOAT) {
      Arrays.fill(pixels.floats(), from, from + count, (float) paper);
    } else {
      Arrays.fill(pixels.doubles(), from, from + count, paper);
    }
  }

  private void copy(int sample, int line, float[] into, int from, double[] shades) {
    for (int i = 0; i < SIDE; i++) {
      into[from + i] = (float) shades[images.get(first + sample, line * SIDE + i)];
    }
  }

  private void copy(int sample, int line, double[] into, int from, double[] shades) {
    for (int i = 0; i < SIDE; i++) {
      into[from + i] = shades[images.get(first + sample, line * SIDE + i)];
    }
  }
}
