package dev.assay.standard.activations;

import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;

/**
 * {@link Softsign} in loops over arrays of the heap, which Java's compiler makes vector
 * instructions of. With {@code y = x / (1 + |x|)}, its derivative is {@code (1 - |y|)^2}.
 */
public record SoftsignLoop() implements Elementwise {

  /** So many numbers at a time stay in the processor's nearest cache. */
  private static final int PART = 1024;

  @Override
  public boolean forgetsItsInput() {
    return true;
  }

  @Override
  public Step forward(Arena arena, Memory x, Memory y) {
    float[] numbers = new float[PART];
    return () -> {
      for (int from = 0; from < x.length(); from += PART) {
        int count = Math.min(PART, x.length() - from);
        x.numbers().get(from, numbers, 0, count);
        squash(numbers);
        y.numbers().put(from, numbers, 0, count);
      }
    };
  }

  private static void squash(float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = numbers[i] / (1 + Math.abs(numbers[i]));
    }
  }

  @Override
  public Step backward(Arena arena, Memory known, Memory dy, Memory dx) {
    float[] results = new float[PART];
    float[] gradient = new float[PART];
    return () -> {
      for (int from = 0; from < known.length(); from += PART) {
        int count = Math.min(PART, known.length() - from);
        known.numbers().get(from, results, 0, count);
        dy.numbers().get(from, gradient, 0, count);
        derive(results, gradient);
        dx.numbers().put(from, gradient, 0, count);
      }
    };
  }

  private static void derive(float[] results, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      float slope = 1 - Math.abs(results[i]);
      gradient[i] = slope * slope * gradient[i];
    }
  }
}
