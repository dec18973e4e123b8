package dev.assay.engine.dl4j;

import dev.assay.engine.architecture.LossRows;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss as DL4J sees it.
 *
 * <p>DL4J divides losses and gradients by the number of samples on its own, so both are given as
 * sums over samples here; the mean over a sequence's steps is taken before.
 */
final class LossAdapter implements ILossFunction {
  private static final long serialVersionUID = 1;

  private final transient LossRows rows;

  private final double weight;

  /**
   * A loss of a network.
   *
   * @param weight what it is multiplied by in the network's own, the sum of all
   */
  LossAdapter(LossRows rows, double weight) {
    this.rows = rows;
    this.weight = weight;
  }

  /** The mean loss without its weight, and its derivative by the logits, which are not changed. */
  Pair<Double, INDArray> mean(INDArray labels, INDArray logits, @Nullable INDArray mask) {
    double[] gradient = new double[Math.toIntExact(logits.length())];
    double mean = rows.mean(flat(logits), flat(labels), counted(mask), gradient);
    INDArray derivative = Nd4j.create(gradient, logits.shape(), 'c').castTo(logits.dataType());
    return new Pair<>(mean, derivative);
  }

  /** Of a mask, a number for each row that has a target: 0 where it is padding. */
  private static IntPredicate counted(@Nullable INDArray mask) {
    if (mask == null) {
      return LossRows.ALL;
    }
    double[] marks = flat(mask);
    return row -> marks[row] != 0;
  }

  private static double[] flat(INDArray array) {
    return array.dup('c').reshape(array.length()).toDoubleVector();
  }

  @Override
  public double computeScore(
      INDArray labels,
      INDArray logits,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    double mean = mean(labels, logits, mask).getFirst() * weight;
    return average ? mean : mean * logits.size(0);
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
    return mean(labels, logits, mask).getSecond().muli(weight * logits.size(0));
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels,
      INDArray logits,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    return new Pair<>(
        computeScore(labels, logits, activation, mask, average),
        computeGradient(labels, logits, activation, mask));
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray logits, IActivation activation, @Nullable INDArray mask) {
    throw new UnsupportedOperationException("losses are measured by batch");
  }

  @Override
  public String name() {
    return rows.loss().getClass().getSimpleName();
  }
}
