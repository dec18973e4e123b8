package dev.assay.standard.layers;

import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The mathematics of {@link MultiHeadAttention}.
 *
 * <p>Axes: {@code B} samples, {@code T} steps that ask, {@code S} steps that are read, {@code d}
 * features, {@code H} heads, {@code k} features of a head.
 */
final class AttentionOperation implements Operation {

  private final MultiHeadAttention layer;
  private final int heads;
  private final int size;
  private final double scale;
  private final boolean bias;

  /** The steps that are read, {@code [S, d]}, if they are another input than those that ask. */
  private final @Nullable Shape memory;

  private final int features;

  private int @Nullable [] lengths; // of what is read

  private INDArray x = Nd4j.empty(); // [B T, d]
  private INDArray read = Nd4j.empty(); // [B S, d]
  private INDArray q = Nd4j.empty(); // [B, H, T, k]
  private INDArray k = Nd4j.empty();
  private INDArray v = Nd4j.empty();
  private INDArray scores = Nd4j.empty(); // [B, H, T, S]
  private INDArray a = Nd4j.empty();
  private INDArray joined = Nd4j.empty(); // [B T, H k]

  AttentionOperation(MultiHeadAttention layer, Site site) {
    this.layer = layer;
    this.heads = layer.heads();
    this.size = layer.sizeOfHeads(site);
    this.scale = layer.scale(site);
    this.bias = layer.bias();
    this.features = site.inputs().get(0).dim(1);
    this.memory = site.inputs().size() == 1 ? null : site.inputs().get(1);
  }

  @Override
  public void lengths(List<int @Nullable []> given) {
    // What is before a step is never padding, so a causal layer need not look.
    lengths = layer.causal() ? null : given.get(given.size() - 1);
  }

  @Override
  public INDArray forward(INDArray input, Parameters parameters, boolean training) {
    long samples = input.size(0);
    take(input);
    q = split(affine(x, parameters, "Q"), samples);
    k = split(affine(read, parameters, "K"), samples);
    v = split(affine(read, parameters, "V"), samples);
    scores = product(q, k, false, true).muli(scale);
    if (layer.causal()) {
      scores.addi(mask(scores.size(2), input.dataType()));
    }
    if (lengths != null) {
      scores.addi(padding(scores.size(3), lengths, input.dataType()));
    }
    a = Nd4j.exec(new SoftMax(scores, scores.ulike(), -1))[0];
    joined = join(product(a, v, false, false));
    return affine(joined, parameters, "O").reshape('c', samples, q.size(2), features);
  }

  /** Two inputs lie side by side, those that ask first. */
  private void take(INDArray input) {
    if (memory == null) {
      x = input.reshape('c', input.size(0) * input.size(1), features);
      read = x;
      return;
    }
    long cut = input.size(1) - memory.size();
    x = columns(input, 0, cut).reshape('c', -1, features);
    read = columns(input, cut, input.size(1)).reshape('c', -1, memory.dim(1));
  }

  private static INDArray columns(INDArray rows, long from, long to) {
    return rows.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)).dup('c');
  }

  @Override
  public Map<String, INDArray> inside() {
    return Map.of(MultiHeadAttention.SCORES, scores, Layer.ATTENTION, a);
  }

  @Override
  public INDArray backward(INDArray gradient, Parameters parameters) {
    long samples = gradient.size(0);
    INDArray dy = gradient.reshape('c', -1, features);
    INDArray dHeads = split(affineBackward(joined, dy, parameters, "O"), samples);
    INDArray dA = product(dHeads, v, false, true);
    INDArray dV = product(a, dHeads, true, false);
    // The derivative of softmax: dS = A (dA - sum over the row of dA A).
    INDArray dS = a.mul(dA.sub(dA.mul(a).sum(true, 3))).muli(scale);
    INDArray dQ = product(dS, k, false, false);
    INDArray dK = product(dS, q, true, false);
    INDArray dX = affineBackward(x, join(dQ), parameters, "Q");
    INDArray dRead = affineBackward(read, join(dK), parameters, "K");
    dRead.addi(affineBackward(read, join(dV), parameters, "V"));
    return memory == null
        ? dX.addi(dRead).reshape('c', gradient.shape())
        : Nd4j.hstack(dX.reshape('c', samples, -1), dRead.reshape('c', samples, -1));
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
  private INDArray split(INDArray rows, long samples) {
    return rows.reshape('c', samples, rows.size(0) / samples, heads, size)
        .permute(0, 2, 1, 3)
        .dup('c');
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

  /** For each sample, as small behind the end of what is read. */
  private static INDArray padding(long read, int[] lengths, DataType type) {
    double[] mask = new double[(int) (lengths.length * read)];
    for (int row = 0; row < lengths.length; row++) {
      Arrays.fill(mask, (int) (row * read) + lengths[row], (int) ((row + 1) * read), -1e30);
    }
    return Nd4j.create(mask, new long[] {lengths.length, 1, 1, read}, 'c').castTo(type);
  }

  private static INDArray product(INDArray left, INDArray right, boolean t1, boolean t2) {
    return Nd4j.matmul(left, right, t1, t2, false);
  }
}
