package dev.assay.testkit;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.ParameterVector;
import java.util.SplittableRandom;

/**
 * Compares the gradient that a network computes with central differences of its loss: {@code (L(w +
 * e) - L(w - e)) / 2e}. Only means something in double precision.
 */
public final class GradientCheck {

  private static final double STEP = 1e-6;
  private static final double TOLERANCE = 1e-5;
  private static final double NEGLIGIBLE = 1e-8;

  /** Of more parameters than this, each of as many parts has one that is checked. */
  private static final int MOST = 200;

  private GradientCheck() {}

  /**
   * Checks the derivative by each parameter, or by a sample of them.
   *
   * @throws AssertionError if one is wrong
   */
  public static void check(Executable network, Batch batch) {
    network.step(batch);
    double[] gradient = network.gradient().toArray();
    ParameterVector parameters = network.parameters();
    SplittableRandom random = new SplittableRandom(7);
    double[] value = new double[1];
    int parts = Math.min(MOST, gradient.length);
    for (int part = 0; part < parts; part++) {
      int first = (int) ((long) part * gradient.length / parts);
      int end = (int) ((part + 1L) * gradient.length / parts);
      int index = random.nextInt(first, end);
      parameters.read(index, value, 1);
      double original = value[0];
      double above = lossWith(network, batch, index, original + STEP);
      double below = lossWith(network, batch, index, original - STEP);
      parameters.write(index, new double[] {original}, 1);
      compare(index, gradient[index], (above - below) / (2 * STEP));
    }
  }

  private static double lossWith(Executable network, Batch batch, int index, double value) {
    network.parameters().write(index, new double[] {value}, 1);
    return network.step(batch);
  }

  private static void compare(int index, double computed, double measured) {
    double distance = Math.abs(computed - measured);
    double size = Math.max(Math.abs(computed), Math.abs(measured));
    if (!(distance <= NEGLIGIBLE || distance <= TOLERANCE * size)) {
      throw new AssertionError(
          "the gradient by parameter %d is %s; the loss changes by %s"
              .formatted(index, computed, measured));
    }
  }
}
