package dev.assay.engine.execution;

import dev.assay.config.bind.Doc;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How symbols are drawn by their probabilities {@code p}; the most probable one is taken each time
 * if nothing is said. As in other programs, the temperature comes first, then {@code top_k}, then
 * {@code top_p}, of what the former left (nucleus sampling, <a
 * href="https://arxiv.org/abs/1904.09751">Holtzman et al. 2020</a>, section 3.1).
 */
@Doc("How symbols are drawn; the most probable one each time if nothing is said.")
public record Sampling(
    @Doc("Probabilities are taken to the power 1/temperature: below 1, likely symbols win more.")
        @Positive
        @Nullable Double temperature,
    @Doc("Only as many of the most probable symbols are drawn, and those just as probable.")
        @Positive
        @Nullable Integer topK,
    @Doc("Only the fewest symbols are drawn that together have at least this probability.")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Nullable Double topP) {

  /** The most probable symbol, each time. */
  public static final Sampling GREEDY = new Sampling(null, null, null);

  /** Whether anything is left to chance. */
  public boolean isRandom() {
    return temperature != null || topK != null || topP != null;
  }

  /**
   * The choice of symbols for some texts.
   *
   * @param seed decides all of them
   * @param first the number of the first text; each has random numbers of its own, so that it is
   *     the same one whatever others are written beside it
   */
  public Choice choice(long seed, int first, int texts) {
    if (!isRandom()) {
      return Choice.LIKELIEST;
    }
    SplittableRandom[] random =
        IntStream.range(first, first + texts)
            .mapToObj(text -> new SplittableRandom(seed * 0x9E3779B97F4A7C15L + text))
            .toArray(SplittableRandom[]::new);
    return (said, row) -> {
      int symbols = said.shape().size();
      double[] probabilities = new double[symbols];
      for (int i = 0; i < symbols; i++) {
        probabilities[i] = said.get(row * symbols + i);
      }
      return drawn(weights(probabilities), random[row].nextDouble());
    };
  }

  /** What each symbol's chance is in proportion to. */
  double[] weights(double... probabilities) {
    double[] weights = sharpened(probabilities);
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted((a, b) -> Double.compare(weights[b], weights[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    if (topK != null && topK < weights.length) {
      double least = weights[order[topK - 1]];
      for (int symbol : order) {
        weights[symbol] = weights[symbol] < least ? 0 : weights[symbol];
      }
    }
    if (topP != null) {
      nucleus(weights, order, topP * sum(weights));
    }
    return weights;
  }

  /** In proportion to the most probable one, which keeps small ones from becoming zeros. */
  private double[] sharpened(double... probabilities) {
    double power = temperature == null ? 1 : 1 / temperature;
    double largest = 0;
    for (double probability : probabilities) {
      largest = Math.max(largest, probability);
    }
    double[] weights = new double[probabilities.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.pow(probabilities[i] / largest, power);
    }
    return weights;
  }

  /** Leaves symbols, the most probable first, until they have enough. */
  private static void nucleus(double[] weights, int[] order, double enough) {
    double before = 0;
    for (int symbol : order) {
      double weight = weights[symbol];
      if (before >= enough) {
        weights[symbol] = 0;
      }
      before += weight;
    }
  }

  private static double sum(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /** The symbol at a place between 0 and 1, where each takes as much room as its weight. */
  private static int drawn(double[] weights, double place) {
    double left = place * sum(weights);
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        if (left < weights[i]) {
          return i;
        }
        left -= weights[i];
      }
    }
    return last; // what rounding leaves over
  }
}
