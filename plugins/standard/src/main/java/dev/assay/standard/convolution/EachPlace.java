package dev.assay.standard.convolution;

import dev.assay.engine.architecture.Initializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Starts the weights of each place as if they were a convolution's.
 *
 * @param one how those of one place start
 */
record EachPlace(Initializer one, int places) implements Initializer {

  @Override
  public IWeightInit function() {
    return this::start;
  }

  private INDArray start(double in, double out, long[] shape, char order, INDArray weights) {
    long[] own = shape.clone();
    own[0] /= places;
    long size = weights.length() / places;
    INDArray all = weights.reshape(weights.length());
    for (int place = 0; place < places; place++) {
      INDArray part = all.get(NDArrayIndex.interval(place * size, (place + 1) * size));
      one.function().init(in, out / places, own, order, part.reshape(order, own));
    }
    return weights;
  }
}
