package dev.assay.engine.dl4j;

import dev.assay.engine.architecture.Combination;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * All numbers of several inputs in one row for each sample: DL4J's layers take one input only, and
 * this is how one of ours takes more.
 */
record SideBySide() implements Combination {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return Nd4j.hstack(inputs.stream().map(SideBySide::rows).toArray(INDArray[]::new));
  }

  private static INDArray rows(INDArray input) {
    return input.reshape('c', input.size(0), -1);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
    List<INDArray> parts = new ArrayList<>();
    long from = 0;
    for (INDArray input : inputs) {
      long to = from + input.length() / input.size(0);
      INDArray part = gradient.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
      parts.add(part.dup('c').reshape('c', input.shape()));
      from = to;
    }
    return parts;
  }
}
