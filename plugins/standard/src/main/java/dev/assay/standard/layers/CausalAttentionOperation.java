package dev.assay.standard.layers;

import dev.assay.engine.architecture.Operation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The mathematics of {@link CausalAttention}.
 *
 * <p>Axes: {@code B} samples, {@code T} steps, {@code d} features, {@code H} heads, {@code k}
 * features of a head.
 */
final class CausalAttentionOperation implements Operation {

  private final int heads;
  private final int size;
  private final double scale;
  private final boolean bias;

  private INDArray x = Nd4j.empty(); // [B T, d]
  private INDArray q = Nd4j.empty(); // [B, H, T, k]
  private INDArray k = Nd4j.empty();
  private INDArray v = Nd4j.empty();
  private INDArray a = Nd4j.empty(); // [B, H, T, T]
  private INDArray joined = Nd4j.empty(); // [B T, H k]

  CausalAttentionOperation(int heads, int size, double scale, boolean bias) {
    this.heads = heads;
    this.size = size;
    this.scale = scale;
    this.bias = bias;
  }

  @Override
  public INDArray forward(INDArray input, Parameters parameters, boolean training) {
    long samples = input.size(0);
    long steps = input.size(1);
    x = input.reshape('c', samples * steps, input.size(2));
    q = split(affine(x, parameters, "Q"), samples, steps);
    k = split(affine(x, parameters, "K"), samples, steps);
    v = split(affine(x, parameters, "V"), samples, steps);
    INDArray scores = product(q, k, false, true).muli(scale).addi(mask(steps, input.dataType()));
    a = Nd4j.exec(new SoftMax(scores, scores.ulike(), -1))[0];
    joined = join(product(a, v, false, false));
    return affine(joined, parameters, "O").reshape('c', input.shape());
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    long samples = gradient.size(0);
    long steps = gradient.size(1);
    INDArray dy = gradient.reshape('c', samples * steps, gradient.size(2));
    INDArray dHeads = split(affineBackward(joined, dy, parameters, "O"), samples, steps);
    INDArray dA = product(dHeads, v, false, true);
    INDArray dV = product(a, dHeads, true, false);
    // The derivative of softmax: dS = A (dA - sum over the row of dA A).
    INDArray dS = a.mul(dA.sub(dA.mul(a).sum(true, 3))).muli(scale);
    INDArray dQ = product(dS, k, false, false);
    INDArray dK = product(dS, q, true, false);
    INDArray dX = affineBackward(x, join(dQ), parameters, "Q");
    dX.addi(affineBackward(x, join(dK), parameters, "K"));
    dX.addi(affineBackward(x, join(dV), parameters, "V"));
    return dX.reshape('c', gradient.shape());
  }

  /** {@code x W + b}. */
  private INDArray affine(INDArray rows, Parameters parameters, String name) {
    INDArray y = product(rows, parameters.value("W" + name), false, false);
    return bias ? y.addiRowVector(parameters.value("b" + name)) : y;
  }

  /** Writes the gradients of W and b, and returns that of x. */
  private INDArray affineBackward(INDArray rows, INDArray dy, Parameters parameters, String name) {
    parameters.gradient("W" + name).assign(product(rows, dy, true, false));
    if (bias) {
      parameters.gradient("b" + name).assign(dy.sum(0));
    }
    return product(dy, parameters.value("W" + name), false, true);
  }

  /** {@code [B T, H k]} to {@code [B, H, T, k]}. */
  private INDArray split(INDArray rows, long samples, long steps) {
    return rows.reshape('c', samples, steps, heads, size).permute(0, 2, 1, 3).dup('c');
  }

  /** {@code [B, H, T, k]} to {@code [B T, H k]}. */
  private static INDArray join(INDArray parts) {
    long[] s = parts.shape();
    return parts.permute(0, 2, 1, 3).dup('c').reshape('c', s[0] * s[2], s[1] * s[3]);
  }

  /** Above the diagonal so small that its exponential is 0 beside any other. */
  private static INDArray mask(long steps, DataType type) {
    double[] mask = new double[(int) (steps * steps)];
    for (int i = 0; i < steps; i++) {
      for (int j = i + 1; j < steps; j++) {
        mask[(int) (i * steps + j)] = -1e30;
      }
    }
    return Nd4j.create(mask, new long[] {1, 1, steps, steps}, 'c').castTo(type);
  }

  private static INDArray product(INDArray left, INDArray right, boolean t1, boolean t2) {
    return Nd4j.matmul(left, right, t1, t2, false);
  }
}
