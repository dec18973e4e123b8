package dev.assay.engine.architecture;

import dev.assay.engine.schedule.Moment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mathematics of a layer that DL4J does not have, on ND4J arrays whose first axis is the batch.
 *
 * <p>There is one object for each layer of a graph, and its calls come in turn, so it may keep what
 * its backward pass needs in fields. Arrays are in {@code c} order. It must not change its input.
 */
public interface Operation {

  /** A layer's parameters and their gradients, by the names that DL4J keeps them under. */
  interface Parameters {

    INDArray value(String key);

    /** Where the backward pass writes the derivative of the loss by the parameter. */
    INDArray gradient(String key);
  }

  /**
   * Says where the sequences of the next forward pass end. Called if what the layer is given is
   * padded at all; by then {@link Layer#padding} has said that the layer cares.
   *
   * @param lengths for each input, how many steps each sample has; null for one without padding
   */
  default void lengths(List<int @Nullable []> lengths) {}

  /** Says which moment of a training the next forward passes are of. */
  default void at(Moment moment) {}

  /**
   * The output for an input. The inputs of a layer that has several lie side by side: {@code
   * [samples, numbers of the first and of the second one]}.
   */
  INDArray forward(INDArray input, Parameters parameters, boolean training);

  /**
   * The derivative of the loss by the input of the last forward pass; those by the parameters are
   * written to {@code parameters}.
   *
   * @param gradient the derivative by the output
   */
  INDArray backward(INDArray gradient, Parameters parameters);

  /** What {@link Layer#inside} promises, as it was in the last forward pass. */
  default Map<String, INDArray> inside() {
    return Map.of();
  }
}
