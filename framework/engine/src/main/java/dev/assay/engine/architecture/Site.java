package dev.assay.engine.architecture;

import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.List;

/**
 * Where a layer stands in a network.
 *
 * @param inputs the shapes of what it is given
 * @param data the samples that the network is for
 * @param weightInit how weights start where the layer does not say
 */
public record Site(List<Shape> inputs, DataSpec data, Initializer weightInit) {

  public Site {
    inputs = List.copyOf(inputs);
  }

  /** The only input. */
  public Shape input() {
    if (inputs.size() != 1) {
      throw new ShapeException("takes one input, not %d".formatted(inputs.size()));
    }
    return inputs.get(0);
  }

  /** The only input, which must be features or a sequence of them. */
  public Shape featuresOrSequence() {
    Shape input = input();
    if (input.isSymbols()) {
      throw new ShapeException(
          "takes numbers, not " + input.describe(),
          "a `token_embedding` turns symbols into numbers");
    }
    if (input.rank() == 1 || input.rank() == 2) {
      return input;
    }
    throw new ShapeException(
        "takes features [n] or a sequence [steps, n], not " + input.describe(),
        "a `flatten` before it makes features [%d]".formatted(input.size()));
  }

  /** The only input, which must be a sequence of features. */
  public Shape sequence() {
    Shape input = input();
    if (input.rank() != 2 || input.isSymbols()) {
      throw new ShapeException("takes a sequence [steps, features], not " + input.describe());
    }
    return input;
  }

  /** The only input, which must be an image. */
  public Shape image() {
    Shape input = input();
    if (input.rank() != 3 || input.isSymbols()) {
      throw new ShapeException("takes an image [channels, height, width], not " + input.describe());
    }
    return input;
  }
}
