package dev.assay.standard.optimizers;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Output;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.schedule.Moment;
import java.util.Map;

/** What an optimizer sees of a network: parameters, and a gradient that is given. */
record Slope(Numbers parameters, Numbers gradient) implements Executable {

  /** Parameters of zero. */
  static Slope of(Precision precision, double... gradient) {
    return new Slope(
        new Numbers(precision, new double[gradient.length]), new Numbers(precision, gradient));
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Numbers(Precision precision, double[] numbers) implements ParameterVector {

    @Override
    public int length() {
      return numbers.length;
    }

    @Override
    public void read(int from, double[] into, int count) {
      System.arraycopy(numbers, from, into, 0, count);
    }

    @Override
    public void write(int from, double[] values, int count) {
      System.arraycopy(values, 0, numbers, from, count);
    }
  }

  @Override
  public double step(Samples batch, Moment moment) {
    throw new UnsupportedOperationException("the gradient is given");
  }

  @Override
  public Map<String, Output> forward(Batch batch) {
    throw new UnsupportedOperationException("says nothing");
  }

  @Override
  public void close() {}
}
