package dev.assay.standard.activations;

import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;

/**
 * A function that oneDNN does not have, in loops over arrays of the heap, which Java's compiler
 * makes vector instructions of.
 *
 * @param forgetsItsInput whether its derivative is computed from its result
 */
public record HeapFunction(boolean forgetsItsInput, Function function, Derivative derivative)
    implements Elementwise {

  /** So many numbers at a time stay in the processor's nearest cache. */
  private static final int PART = 1024;

  /** Puts the results in the places of the numbers. */
  @FunctionalInterface
  public interface Function {
    void apply(float[] numbers);
  }

  /** Multiplies a gradient by the derivative, given what is known: the results, or the inputs. */
  @FunctionalInterface
  public interface Derivative {
    void apply(float[] known, float[] gradient);
  }

  @Override
  public Step forward(Arena arena, Memory x, Memory y) {
    float[] numbers = new float[PART];
    return () -> {
      for (int from = 0; from < x.length(); from += PART) {
        int count = Math.min(PART, x.length() - from);
        x.numbers().get(from, numbers, 0, count);
        function.apply(numbers);
        y.numbers().put(from, numbers, 0, count);
      }
    };
  }

  @Override
  public Step backward(Arena arena, Memory known, Memory dy, Memory dx) {
    float[] numbers = new float[PART];
    float[] gradient = new float[PART];
    return () -> {
      for (int from = 0; from < known.length(); from += PART) {
        int count = Math.min(PART, known.length() - from);
        known.numbers().get(from, numbers, 0, count);
        dy.numbers().get(from, gradient, 0, count);
        derivative.apply(numbers, gradient);
        dx.numbers().put(from, gradient, 0, count);
      }
    };
  }
}
