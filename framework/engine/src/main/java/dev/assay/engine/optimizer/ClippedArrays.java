package dev.assay.engine.optimizer;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.optimizer.Layout.Region;
import java.util.List;

/**
 * A gradient each of whose arrays is scaled down to a Euclidean norm by itself.
 *
 * @param arrays where they lie, in the vector's order
 * @param factors what the numbers of each array are multiplied by
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ClippedArrays(ParameterVector gradient, List<Region> arrays, double[] factors)
    implements ParameterVector {

  /** That of a network, as it is now; each array is looked at by one of the network's threads. */
  static ParameterVector of(Executable network, List<Region> arrays, double limit) {
    double[] factors = new double[arrays.size()];
    network.inParts(
        arrays.size(),
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            factors[i] = Updater.factor(limit, norm(network.gradient(), arrays.get(i)));
          }
        });
    return new ClippedArrays(network.gradient(), arrays, factors);
  }

  private static double norm(ParameterVector gradient, Region array) {
    double[] numbers = new double[array.count()];
    gradient.read(array.from(), numbers, numbers.length);
    double squares = 0;
    for (double number : numbers) {
      squares += number * number;
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
    for (int i = 0; i < factors.length; i++) {
      Region array = arrays.get(i);
      int end = Math.min(count, array.from() + array.count() - from);
      for (int n = Math.max(0, array.from() - from); n < end; n++) {
        into[n] *= factors[i];
      }
    }
  }

  @Override
  public void write(int from, double[] values, int count) {
    throw new UnsupportedOperationException("a gradient is computed");
  }
}
