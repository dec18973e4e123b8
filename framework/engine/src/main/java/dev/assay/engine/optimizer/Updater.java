package dev.assay.engine.optimizer;

import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.optimizer.Optimizer.Step;
import dev.assay.engine.optimizer.Optimizer.Stretch;
import dev.assay.engine.optimizer.Schedule.Moment;
import org.jspecify.annotations.Nullable;

/** Applies an optimizer to the parameters of one network, and keeps the optimizer's state. */
public final class Updater {

  /** Small enough to stay in a processor's cache, large enough that a call costs nothing. */
  private static final int STRETCH = 4096;

  private final OptimizerSection section;
  private final Schedule rate;
  private final double[][] state;
  private long steps;

  /** Starts with a state of zeros. */
  public Updater(OptimizerSection section, int parameters) {
    this.section = section;
    this.rate = section.optimizer().learningRate();
    this.state = new double[section.optimizer().stateVectors()][parameters];
  }

  /** How many steps have been made. */
  public long steps() {
    return steps;
  }

  /**
   * Makes one step.
   *
   * @return the learning rate that it used
   */
  public double step(ParameterVector parameters, ParameterVector gradient, Moment moment) {
    double learningRate = rate.at(moment);
    Step step = new Step(++steps, learningRate);
    double scale = scale(gradient);
    double[] values = new double[STRETCH];
    double[] derivatives = new double[STRETCH];
    for (int from = 0; from < parameters.length(); from += STRETCH) {
      int count = Math.min(STRETCH, parameters.length() - from);
      parameters.read(from, values, count);
      gradient.read(from, derivatives, count);
      limit(derivatives, count, scale);
      section.optimizer().update(new Stretch(values, derivatives, state, from, count), step);
      parameters.write(from, values, count);
    }
    return learningRate;
  }

  /** What the gradient is multiplied by, so that its norm stays within the limit. */
  private double scale(ParameterVector gradient) {
    Clip clip = section.clip();
    if (clip == null || clip.globalNorm() == null) {
      return 1;
    }
    double[] stretch = new double[STRETCH];
    double squares = 0;
    for (int from = 0; from < gradient.length(); from += STRETCH) {
      int count = Math.min(STRETCH, gradient.length() - from);
      gradient.read(from, stretch, count);
      for (int i = 0; i < count; i++) {
        squares += stretch[i] * stretch[i];
      }
    }
    return Math.min(1, clip.globalNorm() / (Math.sqrt(squares) + 1e-6));
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
}
