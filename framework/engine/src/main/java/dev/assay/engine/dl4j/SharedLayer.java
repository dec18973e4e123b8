package dev.assay.engine.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A layer that computes with the parameters of another one, which DL4J does not have: to the graph
 * it has none, so that there is no room for them in the graph's vectors. {@link SharedParameters}
 * gives it those of the other one once the graph is there.
 */
final class SharedLayer extends BaseWrapperLayer {
  private static final long serialVersionUID = 1;

  SharedLayer(org.deeplearning4j.nn.conf.layers.Layer underlying) {
    super(underlying);
  }

  @Override
  public ParamInitializer initializer() {
    return EmptyParamInitializer.getInstance();
  }

  /** The underlying layer itself, with parameters that nobody has set yet. */
  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray paramsView,
      boolean initializeParams,
      DataType dataType) {
    NeuralNetConfiguration own = conf.clone();
    own.setLayer(underlying);
    long count = underlying.initializer().numParams(own);
    INDArray room = Nd4j.create(dataType, 1, count);
    return underlying.instantiate(own, listeners, index, room, false, dataType);
  }
}
