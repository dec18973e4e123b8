package dev.assay.standard.metrics;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric;
import jakarta.validation.constraints.Positive;

/**
 * How far the probabilities that a network gives are from how often it is right: the expected
 * calibration error of <a href="https://arxiv.org/abs/1706.04599">Guo et al. 2017</a>, equation 3,
 * {@code sum over bins of |B| / n |accuracy(B) - confidence(B)|}, where a bin holds the predictions
 * whose largest probability lies within its part of 0 to 1, {@code ((m - 1) / M, m / M]}.
 */
@Doc("How far the probabilities that a network gives are from how often it is right.")
public record CalibrationError(
    @Doc("How many parts of 0 to 1 are looked at.") @Default("15") @Positive int bins)
    implements Metric {

  @Override
  public void check(Comparison comparison) {
    Classes.require(comparison.target());
  }

  @Override
  public Tally tally() {
    return new Bins(bins);
  }

  private static final class Bins implements Tally {
    /** For each bin, how often the network was right, less how often it thought to be. */
    private final double[] surplus;

    private long all;

    Bins(int count) {
      surplus = new double[count];
    }

    @Override
    public void add(Scored batch) {
      Classes.forEach(batch, this::see);
    }

    private void see(Values values, int start, int width, int right) {
      int best = values.likeliest(start, width);
      double confidence = values.get(start + best);
      int bin = (int) Math.ceil(confidence * surplus.length) - 1;
      bin = Math.max(0, Math.min(surplus.length - 1, bin)); // rounding may go beyond 1
      surplus[bin] += (best == right ? 1 : 0) - confidence;
      all++;
    }

    @Override
    public double value() {
      double sum = 0;
      for (double bin : surplus) {
        sum += Math.abs(bin);
      }
      return sum / all;
    }
  }
}
