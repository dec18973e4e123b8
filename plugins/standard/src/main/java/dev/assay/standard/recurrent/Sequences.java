package dev.assay.standard.recurrent;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Single steps of sequences {@code [samples, steps, features]}. */
final class Sequences {

  private Sequences() {}

  /** A copy of a step, {@code [samples, features]}. */
  static INDArray step(INDArray sequences, long step) {
    return sequences
        .get(NDArrayIndex.all(), NDArrayIndex.point(step), NDArrayIndex.all())
        .dup('c')
        .reshape('c', sequences.size(0), sequences.size(2));
  }

  /** Writes a step. */
  static void put(INDArray sequences, long step, INDArray values) {
    sequences.get(NDArrayIndex.all(), NDArrayIndex.point(step), NDArrayIndex.all()).assign(values);
  }

  /** Zeros for as many samples, steps and other features. */
  static INDArray like(INDArray sequences, long features) {
    return Nd4j.zeros(sequences.dataType(), sequences.size(0), sequences.size(1), features);
  }

  /** {@code A B}, {@code A' B} or {@code A B'}. */
  static INDArray product(INDArray a, INDArray b, boolean transposedA, boolean transposedB) {
    return Nd4j.matmul(a, b, transposedA, transposedB, false);
  }
}
