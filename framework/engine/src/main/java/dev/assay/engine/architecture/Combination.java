package dev.assay.engine.architecture;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mathematics of a layer without parameters that may be given several inputs, on ND4J arrays
 * whose first axis is the batch. It keeps nothing between its calls. Arrays are in {@code c} order;
 * it must not change its inputs.
 */
public interface Combination {

  /** The output for some inputs. */
  INDArray forward(List<INDArray> inputs);

  /**
   * The derivative of the loss by each input.
   *
   * @param gradient the derivative by the output
   */
  List<INDArray> backward(List<INDArray> inputs, INDArray gradient);
}
