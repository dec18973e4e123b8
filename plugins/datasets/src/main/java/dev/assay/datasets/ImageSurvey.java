package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.Digests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** What is learned of images while they are decoded, one after the other, for the first time. */
final class ImageSurvey {

  private final Images keys;
  private final boolean keeps;
  private final MessageDigest digest = Digests.running();
  private final List<byte[]> kept = new ArrayList<>();
  private final List<long[]> sums = new ArrayList<>(); // channel by channel, then of squares

  /**
   * Nothing learned so far.
   *
   * @param keeps whether the pixels stay in memory
   */
  ImageSurvey(Images keys, boolean keeps) {
    this.keys = keys;
    this.keeps = keeps;
  }

  /** Sees the next image. */
  void add(byte[] pixels) {
    digest.update(pixels);
    if (keeps) {
      kept.add(pixels);
    }
    if (keys.standardize()) {
      sums.add(summed(pixels));
    }
  }

  private long[] summed(byte... pixels) {
    int channels = keys.channels();
    int area = pixels.length / channels;
    long[] sum = new long[2 * channels];
    for (int i = 0; i < pixels.length; i++) {
      int ink = pixels[i] & 0xff;
      sum[i / area] += ink;
      sum[channels + i / area] += (long) ink * ink;
    }
    return sum;
  }

  /**
   * The images that were seen.
   *
   * @param folder the images, in the order in which they were seen
   * @param training those of them by whose mean and deviation all are standardised
   */
  Pixels pixels(ImageFolder folder, int[] training) {
    int[] labels = folder.labels();
    double[] means = new double[keys.channels()];
    double[] deviations = new double[keys.channels()];
    Arrays.fill(deviations, 1);
    if (keys.standardize()) {
      measure(training, means, deviations);
    }
    return new Pixels(keys, source(folder), keeps, labels, means, deviations);
  }

  private void measure(int[] training, double[] means, double[] deviations) {
    double count = 255.0 * keys.height() * keys.width() * training.length;
    for (int channel = 0; channel < means.length; channel++) {
      long sum = 0;
      long squares = 0;
      for (int image : training) {
        sum += sums.get(image)[channel];
        squares += sums.get(image)[means.length + channel];
      }
      means[channel] = sum / count;
      double variance = squares / (255 * count) - means[channel] * means[channel];
      deviations[channel] = variance > 0 ? Math.sqrt(variance) : 1;
    }
  }

  private IntFunction<byte[]> source(ImageFolder folder) {
    return keeps ? kept::get : image -> read(folder.images().get(image).file());
  }

  private byte[] read(Path file) {
    try {
      return ImageFile.read(file, keys);
    } catch (IOException e) {
      throw new DataException(
          "%s was an image when the run began (%s)".formatted(file, e.getMessage()));
    }
  }

  /** A digest of all pixels and classes. */
  String digest(ImageFolder folder) {
    int[] labels = folder.labels();
    ByteBuffer classes = ByteBuffer.allocate(labels.length * Integer.BYTES);
    classes.asIntBuffer().put(labels);
    digest.update(classes.array());
    return Digests.ended(digest);
  }
}
