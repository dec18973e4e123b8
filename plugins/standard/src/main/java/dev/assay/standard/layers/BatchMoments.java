package dev.assay.standard.layers;

import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Mean and variance of each channel over the rows of all threads, and what becomes of the running
 * ones.
 */
final class BatchMoments {

  private final BatchNorm layer;
  private final Binding at;
  private final int channels;
  private final double own;
  private final double all;
  private final Memory mean;
  private final Memory variance;
  private final Memory runningMean;
  private final Memory runningVariance;
  private final List<Memory> still;

  /**
   * Those of a layer.
   *
   * @param fixed whether they are the running ones, which then stay
   */
  BatchMoments(BatchNorm layer, Binding at, int channels, boolean fixed) {
    this.layer = layer;
    this.at = at;
    this.channels = channels;
    double pixels = (double) at.shape().size() / channels;
    this.own = at.rows() * pixels;
    this.all = at.shard().batch() * pixels;
    this.runningMean = at.parameters().value(BatchNormOperation.MEAN, vector());
    this.runningVariance = at.parameters().value(BatchNormOperation.VARIANCE, vector());
    this.mean = fixed ? runningMean : at.arena().allocate(vector());
    this.variance = fixed ? runningVariance : at.arena().allocate(vector());
    this.still =
        at.training()
            ? List.of(
                at.parameters().gradient(BatchNormOperation.MEAN, vector()),
                at.parameters().gradient(BatchNormOperation.VARIANCE, vector()))
            : List.of();
  }

  private Layout vector() {
    return Layout.plain(channels);
  }

  Memory mean() {
    return mean;
  }

  Memory variance() {
    return variance;
  }

  /**
   * Makes the moments of this thread's rows those of all rows (<a
   * href="https://doi.org/10.1080/00031305.1983.10483115">Chan et al. 1983</a>, equation 2.1), and
   * moves the running ones.
   */
  void join() {
    double[] sums = new double[2 * channels];
    for (int c = 0; c < channels; c++) {
      double centre = mean.numbers().get(c);
      sums[c] = own * centre;
      sums[channels + c] = own * (variance.numbers().get(c) + centre * centre);
    }
    sums = at.shard().meeting().sum(sums);
    for (int c = 0; c < channels; c++) {
      double centre = sums[c] / all;
      mean.numbers().put(c, (float) centre);
      variance.numbers().put(c, (float) Math.max(0, sums[channels + c] / all - centre * centre));
    }
    if (at.shard().first() == 0) {
      move(runningMean.numbers(), mean.numbers(), 1);
      move(runningVariance.numbers(), variance.numbers(), all / Math.max(1, all - 1));
    }
  }

  private void move(FloatBuffer running, FloatBuffer measured, double factor) {
    for (int c = 0; c < channels; c++) {
      double kept = (1 - layer.momentum()) * running.get(c);
      running.put(c, (float) (kept + layer.momentum() * factor * measured.get(c)));
    }
  }

  /** No optimizer changes the running moments. */
  void clearGradients() {
    still.forEach(Memory::clear);
  }

  /**
   * Writes, for each channel, {@code -gain scale mean(dy n)} and {@code -gain scale mean(dy)}.
   *
   * @param gradient this thread's sums of {@code dy n} and of dy
   */
  void factors(Memory gains, Memory gradient, Memory factors) {
    double[] sums = new double[2 * channels];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = gradient.numbers().get(i);
    }
    sums = at.shard().meeting().sum(sums);
    for (int c = 0; c < channels; c++) {
      double scale = 1 / Math.sqrt(variance.numbers().get(c) + layer.epsilon());
      double factor = -gains.numbers().get(c) * scale / all;
      factors.numbers().put(c, (float) (factor * sums[c]));
      factors.numbers().put(channels + c, (float) (factor * sums[channels + c]));
    }
  }
}
