package dev.assay.engine.optimizer;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.optimizer.Optimizer.FloatStretch;
import dev.assay.engine.optimizer.Optimizer.Step;
import dev.assay.engine.optimizer.Optimizer.Stretch;
import dev.assay.engine.optimizer.Schedule.Moment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies an optimizer to the parameters of one network, and keeps the optimizer's state.
 *
 * <p>It works stretch by stretch, in the network's own precision, on as many threads as the network
 * computes with. What it makes of a number does not depend on how many there are.
 */
public final class Updater {

  /** Small enough to stay in a processor's cache, large enough that a call costs nothing. */
  private static final int STRETCH = 4096;

  private final OptimizerSection section;
  private final List<Constrained> constrained;
  private final List<Region> frozen;
  private final List<Region> arrays;
  private final Schedule rate;
  private final double[][] doubles;

  /** For each stretch, its part of each state vector. */
  private final float[][][] floats;

  /** For each stretch, the gradient; empty where its norm is not needed first. */
  private final float[][] derivatives;

  private long steps;

  /** Starts with a state of zeros, for parameters of this length and precision. */
  public Updater(OptimizerSection section, ParameterVector parameters) {
    this(section, new Layout(List.of()), parameters);
  }

  /**
   * The same, for a network with parameters that stay as they are, or must keep to something after
   * each step.
   */
  public Updater(OptimizerSection section, Layout layout, ParameterVector parameters) {
    this.section = section;
    this.constrained = layout.constrained();
    this.frozen = layout.frozen();
    this.arrays = layout.regions();
    this.rate = section.optimizer().learningRate();
    int vectors = section.optimizer().stateVectors();
    boolean wide = parameters.precision() == Precision.DOUBLE;
    this.doubles = new double[vectors][wide ? parameters.length() : 0];
    int stretches = wide ? 0 : (parameters.length() + STRETCH - 1) / STRETCH;
    this.floats = new float[stretches][vectors][STRETCH];
    this.derivatives = new float[section.clipsByNorm() ? stretches : 0][STRETCH];
  }

  /** How many steps have been made. */
  public long steps() {
    return steps;
  }

  /**
   * Makes one step by the network's gradient.
   *
   * @return the learning rate that it used
   */
  public double step(Executable network, Moment moment) {
    double learningRate = rate.at(moment);
    Step step = new Step(++steps, learningRate);
    ParameterVector gradient = gradient(network);
    double scale = scale(network);
    boolean wide = network.parameters().precision() == Precision.DOUBLE;
    network.inParts(
        network.parameters().length(),
        STRETCH,
        (from, to) -> {
          if (wide) {
            doubles(network.parameters(), gradient, from, to, scale, step);
          } else {
            floats(network.parameters(), gradient, from, to, (float) scale, step);
          }
        });
    if (!constrained.isEmpty()) {
      network.inParts(
          constrained.size(),
          1,
          (from, to) ->
              constrained.subList(from, to).forEach(one -> one.apply(network.parameters())));
    }
    return learningRate;
  }

  private void doubles(
      ParameterVector parameters,
      ParameterVector gradient,
      int start,
      int end,
      double scale,
      Step step) {
    double[] values = new double[STRETCH];
    double[] derivatives = new double[STRETCH];
    for (int from = start; from < end; from += STRETCH) {
      int count = Math.min(STRETCH, end - from);
      parameters.read(from, values, count);
      gradient.read(from, derivatives, count);
      limit(derivatives, count, scale);
      section.optimizer().update(new Stretch(values, derivatives, doubles, from, count), step);
      parameters.write(from, values, count);
    }
  }

  private void floats(
      ParameterVector parameters,
      ParameterVector gradient,
      int start,
      int end,
      float scale,
      Step step) {
    float[] values = new float[STRETCH];
    float[] own = new float[STRETCH];
    for (int from = start; from < end; from += STRETCH) {
      int count = Math.min(STRETCH, end - from);
      float[] numbers = section.clipsByNorm() ? derivatives[from / STRETCH] : own;
      parameters.read(from, values, count);
      if (!section.clipsByNorm()) {
        gradient.read(from, numbers, count);
      }
      limit(numbers, count, scale);
      section
          .optimizer()
          .update(new FloatStretch(values, numbers, floats[from / STRETCH], from, count), step);
      parameters.write(from, values, count);
    }
  }

  /** The gradient as it is, or each array of it within its own limit. */
  private ParameterVector gradient(Executable network) {
    Clip clip = section.clip();
    return clip == null || clip.norm() == null
        ? network.gradient()
        : ClippedArrays.of(network, arrays, clip.norm());
  }

  /** What the gradient is multiplied by, so that its norm stays within the limit. */
  private double scale(Executable network) {
    Clip clip = section.clip();
    if (clip == null || clip.globalNorm() == null) {
      return 1;
    }
    return factor(clip.globalNorm(), norm(network));
  }

  /** What makes a norm stay within a limit, to a millionth, as PyTorch has it. */
  static double factor(double limit, double norm) {
    return Math.min(1, limit / (norm + 1e-6));
  }

  /**
   * The squares of each stretch are added up in order, so that the threads' number is no matter.
   */
  private double norm(Executable network) {
    ParameterVector gradient = network.gradient();
    boolean wide = gradient.precision() == Precision.DOUBLE;
    double[] squares = new double[(gradient.length() + STRETCH - 1) / STRETCH];
    network.inParts(
        gradient.length(),
        STRETCH,
        (start, end) -> {
          Squares sum = wide ? this::squares : this::floatSquares;
          for (int from = start; from < end; from += STRETCH) {
            squares[from / STRETCH] = sum.of(gradient, from, Math.min(STRETCH, end - from));
          }
        });
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return Math.sqrt(sum);
  }

  /** What stays as it is counts for nothing in the norm, as if it had no gradient. */
  private void frozen(int from, int count, Executable.Part part) {
    for (Region region : frozen) {
      int start = Math.max(0, region.from() - from);
      int end = Math.min(count, region.from() + region.count() - from);
      if (start < end) {
        part.run(start, end);
      }
    }
  }

  /** The sum of the squares of a stretch. */
  private interface Squares {
    double of(ParameterVector gradient, int from, int count);
  }

  private double squares(ParameterVector gradient, int from, int count) {
    double[] numbers = new double[count];
    gradient.read(from, numbers, count);
    frozen(from, count, (start, end) -> Arrays.fill(numbers, start, end, 0));
    double sum = 0;
    for (double number : numbers) {
      sum += number * number;
    }
    return sum;
  }

  /**
   * Keeps the gradient for the update. Four sums side by side, since each addition would have to
   * wait for the one before.
   */
  private double floatSquares(ParameterVector gradient, int from, int count) {
    float[] numbers = derivatives[from / STRETCH]; // behind the last number there are zeros
    gradient.read(from, numbers, count);
    frozen(from, count, (start, end) -> Arrays.fill(numbers, start, end, 0));
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = 0; i < numbers.length; i += 4) {
      a += (double) numbers[i] * numbers[i];
      b += (double) numbers[i + 1] * numbers[i + 1];
      c += (double) numbers[i + 2] * numbers[i + 2];
      d += (double) numbers[i + 3] * numbers[i + 3];
    }
    return a + b + c + d;
  }

  private void limit(double[] gradient, int count, double scale) {
    Clip clip = section.clip();
    if (clip == null) {
      return;
    }
    @Nullable Double limit = clip.value();
    for (int i = 0; i < count; i++) {
      double g = gradient[i] * scale;
      gradient[i] = limit == null ? g : Math.max(-limit, Math.min(limit, g));
    }
  }

  private void limit(float[] gradient, int count, float scale) {
    Clip clip = section.clip();
    if (clip == null) {
      return;
    }
    for (int i = 0; i < count; i++) {
      gradient[i] *= scale;
    }
    if (clip.value() == null) {
      return;
    }
    float limit = clip.value().floatValue();
    for (int i = 0; i < count; i++) {
      gradient[i] = Math.max(-limit, Math.min(limit, gradient[i]));
    }
  }
}
