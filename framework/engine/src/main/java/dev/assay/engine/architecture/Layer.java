package dev.assay.engine.architecture;

import dev.assay.config.bind.Kind;
import dev.assay.engine.shape.Shape;
import java.util.List;
import java.util.Map;

/**
 * A step of a network: what stands behind {@code type} in a list of layers.
 *
 * <p>A layer is a record; its components are its keys. It says which shape it makes of its input
 * and which parameters it has, without a native library, and which vertex of a DL4J {@code
 * ComputationGraph} it becomes. The three must agree; {@code LayerKit} in the testkit checks it.
 */
@Kind(value = "layer", plural = "layers")
public interface Layer {

  /**
   * The shape of the output.
   *
   * @throws dev.assay.engine.shape.ShapeException if the layer cannot take these inputs
   */
  Shape shape(Site site);

  /** The parameters, in the order in which they lie in the network's parameter vector. */
  default List<Parameter> parameters(Site site) {
    return List.of();
  }

  /** What it computes on its way, by name and without the batch, that is worth being looked at. */
  default Map<String, Shape> inside(Site site) {
    return Map.of();
  }

  /** What becomes of the layer in a DL4J graph. */
  Vertex vertex(Site site);

  /** Multiplications and additions of one sample's forward pass. */
  default long flops(Site site) {
    return 0;
  }
}
