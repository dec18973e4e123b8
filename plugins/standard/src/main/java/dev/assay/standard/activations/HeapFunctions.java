package dev.assay.standard.activations;

/** The functions that oneDNN does not have. */
public final class HeapFunctions {

  /** {@link Softsign}: with {@code y = x / (1 + |x|)}, its derivative is {@code (1 - |y|)^2}. */
  public static final HeapFunction SOFTSIGN =
      new HeapFunction(true, HeapFunctions::softsign, HeapFunctions::softsignDerivative);

  /** {@link Cube}, whose derivative is {@code 3 x^2}. */
  public static final HeapFunction CUBE =
      new HeapFunction(false, HeapFunctions::cube, HeapFunctions::cubeDerivative);

  /** {@link RationalTanh}. */
  public static final HeapFunction RATIONAL_TANH =
      new HeapFunction(false, HeapFunctions::rationalTanh, HeapFunctions::rationalTanhDerivative);

  private HeapFunctions() {}

  /** {@link ThresholdedRelu}, whose result is beyond the threshold where its derivative is 1. */
  public static HeapFunction above(double threshold) {
    float theta = (float) threshold;
    return new HeapFunction(
        true,
        numbers -> keepAbove(theta, numbers, numbers),
        (results, gradient) -> keepAbove(theta, results, gradient));
  }

  private static void keepAbove(float theta, float[] known, float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = known[i] > theta ? numbers[i] : 0;
    }
  }

  private static void softsign(float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = numbers[i] / (1 + Math.abs(numbers[i]));
    }
  }

  private static void softsignDerivative(float[] results, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      float slope = 1 - Math.abs(results[i]);
      gradient[i] = slope * slope * gradient[i];
    }
  }

  private static void cube(float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = numbers[i] * numbers[i] * numbers[i];
    }
  }

  private static void cubeDerivative(float[] inputs, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = 3 * inputs[i] * inputs[i] * gradient[i];
    }
  }

  private static void rationalTanh(float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) RationalTanh.at(numbers[i]);
    }
  }

  private static void rationalTanhDerivative(float[] inputs, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= (float) RationalTanh.slope(inputs[i]);
    }
  }
}
