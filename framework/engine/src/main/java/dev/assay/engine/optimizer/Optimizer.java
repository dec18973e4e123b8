package dev.assay.engine.optimizer;

import dev.assay.config.bind.Kind;
import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which a gradient changes the parameters.
 *
 * <p>It works number by number, on a stretch of the network's parameter vector at a time, so it may
 * be run on several stretches at once. What it has to remember for each number stands in state
 * vectors, which start at zero.
 */
@Kind(value = "optimizer", plural = "optimizers")
public interface Optimizer {

  /**
   * Added and taken away again, it leaves nothing of numbers a hundred million times smaller: a
   * processor computes many times slower with numbers below 1e-38.
   */
  float FADED = 1e-30f;

  /** The size of the steps. */
  Schedule learningRate();

  /**
   * How much of what it remembers of gradients, their running mean or a velocity, it keeps from
   * step to step, if that may change while the training goes on.
   */
  default @Nullable Schedule kept() {
    return null;
  }

  /**
   * The step for a moment of the training.
   *
   * @param number counted from 1
   */
  default Step step(long number, Moment moment) {
    Schedule kept = kept();
    return new Step(number, learningRate().at(moment), kept == null ? 0 : kept.at(moment));
  }

  /** How many state vectors it needs. */
  int stateVectors();

  /**
   * The share of a parameter of some role that is taken off in each step, times the learning rate,
   * where no group says otherwise. It is taken off before the update, which does not see it.
   */
  default double decay(Role role) {
    return 0;
  }

  /** Changes the parameters and the state of one stretch in place. */
  void update(Stretch stretch, Step step);

  /**
   * The same in single precision; to be written, too, where the loop over doubles takes too long.
   */
  default void update(FloatStretch stretch, Step step) {
    Stretch wide = stretch.widened();
    update(wide, step);
    stretch.take(wide);
  }

  /**
   * A stretch of the parameter vector, in double precision.
   *
   * @param parameters from index 0
   * @param gradient from index 0
   * @param state the state vectors, each from index {@code offset}
   * @param offset where the stretch starts in the state vectors
   * @param count how many numbers it has
   */
  @SuppressWarnings("ArrayRecordComponent") // views of buffers, for loops over numbers
  record Stretch(double[] parameters, double[] gradient, double[][] state, int offset, int count) {}

  /**
   * A stretch of the parameter vector, in single precision. All arrays start with it, for Java
   * makes vector instructions only of loops that use one index for all.
   *
   * @param offset where among all numbers that the optimizer changes the stretch starts
   * @param count how many numbers it has
   */
  @SuppressWarnings("ArrayRecordComponent") // views of buffers, for loops over numbers
  record FloatStretch(
      float[] parameters, float[] gradient, float[][] state, int offset, int count) {

    private Stretch widened() {
      double[][] states = new double[state.length][];
      for (int i = 0; i < states.length; i++) {
        states[i] = wide(state[i]);
      }
      return new Stretch(wide(parameters), wide(gradient), states, 0, count);
    }

    private double[] wide(float... numbers) {
      double[] copy = new double[count];
      for (int i = 0; i < count; i++) {
        copy[i] = numbers[i];
      }
      return copy;
    }

    private void take(Stretch wide) {
      for (int i = 0; i < count; i++) {
        parameters[i] = (float) wide.parameters()[i];
      }
      for (int vector = 0; vector < state.length; vector++) {
        for (int i = 0; i < count; i++) {
          state[vector][i] = (float) wide.state()[vector][i];
        }
      }
    }
  }

  /**
   * A step of the training.
   *
   * @param number counted from 1
   * @param learningRate the learning rate of this step
   * @param kept how much is kept of what is remembered of gradients; 0 where {@link Optimizer#kept}
   *     says nothing
   */
  record Step(long number, double learningRate, double kept) {

    /**
     * What a running mean that began with 0 is divided by, if it keeps this much from step to step.
     */
    public double correction(double share) {
      return 1 - Math.pow(share, (double) number);
    }
  }
}
