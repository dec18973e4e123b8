package dev.assay.standard.activations;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@code y = x Phi(x)} with {@code Phi(x) = (1 + erf(x / sqrt 2)) / 2}; {@code dy/dx = Phi(x) + x
 * phi(x)} with {@code phi(x) = exp(-x^2 / 2) / sqrt(2 pi)}. DL4J's own GELU takes a sigmoid
 * instead.
 */
final class ExactGelu extends BaseActivationFunction {
  private static final long serialVersionUID = 1;

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    return in.muli(below(in));
  }

  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    INDArray density =
        Transforms.exp(in.mul(in).muli(-0.5), false).muli(1 / Math.sqrt(2 * Math.PI));
    return new Pair<>(below(in).addi(density.muli(in)).muli(epsilon), null);
  }

  /** Phi(x). */
  private static INDArray below(INDArray in) {
    INDArray scaled = in.mul(Math.sqrt(0.5));
    return Nd4j.getExecutioner().exec(new Erf(scaled, scaled)).addi(1).muli(0.5);
  }
}
