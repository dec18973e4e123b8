package dev.assay.standard.graph;

import dev.assay.engine.architecture.Combination;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A {@link Pairwise} layer on two arrays, whose last axis are the features, row by row. */
record PairwiseRows(Pairwise layer) implements Combination {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    double[][] a = rows(inputs.get(0));
    double[][] b = rows(inputs.get(1));
    double[] numbers = new double[a.length];
    Arrays.setAll(numbers, row -> layer.of(a[row], b[row]));
    long[] shape = inputs.get(0).shape().clone();
    shape[shape.length - 1] = 1;
    return Nd4j.create(numbers, shape, 'c').castTo(inputs.get(0).dataType());
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
    double[][] a = rows(inputs.get(0));
    double[][] b = rows(inputs.get(1));
    double[][] da = new double[a.length][a[0].length];
    double[][] db = new double[a.length][a[0].length];
    for (int row = 0; row < a.length; row++) {
      layer.derive(a[row], b[row], da[row], db[row]);
    }
    INDArray dy = gradient.reshape('c', -1, 1);
    return List.of(shaped(da, dy, inputs.get(0)), shaped(db, dy, inputs.get(1)));
  }

  private static double[][] rows(INDArray input) {
    return input.reshape('c', -1, input.size(-1)).toDoubleMatrix();
  }

  private static INDArray shaped(double[][] derivatives, INDArray dy, INDArray input) {
    INDArray rows = Nd4j.create(derivatives).castTo(dy.dataType());
    return rows.muliColumnVector(dy).reshape('c', input.shape());
  }
}
