package dev.assay.standard.graph;

import dev.assay.engine.architecture.Combination;
import dev.assay.engine.shape.Shape;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same numbers in their order, under another shape. */
record Reshaped(Shape shape) implements Combination {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    LongStream dims = shape.dims().stream().mapToLong(Integer::longValue);
    long rows = inputs.get(0).size(0);
    return inputs.get(0).reshape('c', LongStream.concat(LongStream.of(rows), dims).toArray());
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
    return List.of(gradient.reshape('c', inputs.get(0).shape()));
  }
}
