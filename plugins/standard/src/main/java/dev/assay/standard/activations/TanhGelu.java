package dev.assay.standard.activations;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@code y = x (1 + t) / 2} with {@code t = tanh(c (x + a x^3))}, {@code c = sqrt(2 / pi)} and
 * {@code a = 0.044715}; {@code dy/dx = (1 + t) / 2 + x (1 - t^2) c (1 + 3 a x^2) / 2}.
 */
final class TanhGelu extends BaseActivationFunction {
  private static final long serialVersionUID = 1;

  private static final double C = Math.sqrt(2 / Math.PI);
  private static final double A = 0.044715;

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    return in.muli(tanh(in).addi(1).muli(0.5));
  }

  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    INDArray t = tanh(in);
    INDArray slope = in.mul(in).muli(3 * A).addi(1).muli(0.5 * C).muli(in);
    INDArray changed = t.mul(t).rsubi(1).muli(slope);
    return new Pair<>(t.addi(1).muli(0.5).addi(changed).muli(epsilon), null);
  }

  private static INDArray tanh(INDArray in) {
    INDArray cubic = in.mul(in).muli(A).addi(1).muli(in).muli(C);
    return Transforms.tanh(cubic, false);
  }
}
