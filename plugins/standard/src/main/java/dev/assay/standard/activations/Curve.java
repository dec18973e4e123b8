package dev.assay.standard.activations;

import java.util.function.DoubleUnaryOperator;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A function of each number as DL4J sees it, given as a formula and that of its derivative: in
 * loops that a reader can follow, since only checks go through it.
 */
final class Curve extends BaseActivationFunction {
  private static final long serialVersionUID = 1;

  private final transient DoubleUnaryOperator function;
  private final transient DoubleUnaryOperator derivative;

  Curve(DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
    this.function = function;
    this.derivative = derivative;
  }

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    return in.assign(applied(function, in));
  }

  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    return new Pair<>(applied(derivative, in).muli(epsilon), null);
  }

  private static INDArray applied(DoubleUnaryOperator formula, INDArray to) {
    double[] numbers = to.dup('c').reshape(to.length()).toDoubleVector();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = formula.applyAsDouble(numbers[i]);
    }
    return Nd4j.create(numbers, to.shape(), 'c').castTo(to.dataType());
  }

  /** {@code 1 / (1 + exp(-x))}. */
  static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** {@code log(1 + exp(x))}, which neither overflows nor loses digits. */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
