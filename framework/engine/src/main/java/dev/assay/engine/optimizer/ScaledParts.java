package dev.assay.engine.optimizer;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.optimizer.Layout.Region;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A gradient whose parts are scaled by their own norms.
 *
 * @param starts where each region starts, in the vector's order
 * @param ends where each of them ends
 * @param factors what its numbers are multiplied by
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ScaledParts(ParameterVector gradient, int[] starts, int[] ends, double[] factors)
    implements ParameterVector {

  /** A region of a part, which has this factor. */
  private record Scaled(Region region, double factor) {}

  /**
   * That of a network, as it is now; each part is looked at by one of the network's threads.
   *
   * @param parts regions that are measured together; what stays as it is counts for nothing
   * @param factor what a part is multiplied by, by its Euclidean norm
   */
  static ParameterVector of(
      Executable network, List<List<Region>> parts, DoubleUnaryOperator factor) {
    double[] factors = new double[parts.size()];
    network.inParts(
        parts.size(),
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            factors[i] = factor.applyAsDouble(norm(network.gradient(), parts.get(i)));
          }
        });
    Scaled[] all = new Scaled[parts.stream().mapToInt(List::size).sum()];
    int count = 0;
    for (int i = 0; i < factors.length; i++) {
      for (Region region : parts.get(i)) {
        all[count++] = new Scaled(region, factors[i]);
      }
    }
    Arrays.sort(all, Comparator.comparingInt(one -> one.region().from()));
    return new ScaledParts(
        network.gradient(),
        Arrays.stream(all).mapToInt(one -> one.region().from()).toArray(),
        Arrays.stream(all).mapToInt(one -> one.region().end()).toArray(),
        Arrays.stream(all).mapToDouble(Scaled::factor).toArray());
  }

  private static double norm(ParameterVector gradient, List<Region> part) {
    double squares = 0;
    for (Region region : part) {
      double[] numbers = new double[region.isFrozen() ? 0 : region.count()];
      gradient.read(region.from(), numbers, numbers.length);
      for (double number : numbers) {
        squares += number * number;
      }
    }
    return Math.sqrt(squares);
  }

  @Override
  public int length() {
    return gradient.length();
  }

  @Override
  public Precision precision() {
    return gradient.precision();
  }

  @Override
  public void read(int from, double[] into, int count) {
    gradient.read(from, into, count);
    for (int i = firstBehind(from); i < starts.length && starts[i] < from + count; i++) {
      int end = Math.min(count, ends[i] - from);
      for (int n = Math.max(0, starts[i] - from); n < end; n++) {
        into[n] *= factors[i];
      }
    }
  }

  @Override
  public void read(int from, float[] into, int count) {
    gradient.read(from, into, count);
    for (int i = firstBehind(from); i < starts.length && starts[i] < from + count; i++) {
      float factor = (float) factors[i];
      int end = Math.min(count, ends[i] - from);
      for (int n = Math.max(0, starts[i] - from); n < end; n++) {
        into[n] *= factor;
      }
    }
  }

  /** The first region that does not end before a number. */
  private int firstBehind(int number) {
    int found = Arrays.binarySearch(ends, number + 1);
    return found < 0 ? -found - 1 : found;
  }

  @Override
  public void write(int from, double[] values, int count) {
    throw new UnsupportedOperationException("a gradient is computed");
  }
}
