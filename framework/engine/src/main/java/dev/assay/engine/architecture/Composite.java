package dev.assay.engine.architecture;

import dev.assay.engine.shape.Shape;
import java.util.List;
import java.util.Map;

/**
 * A layer that is made of others, one after the other unless it says otherwise. It has no
 * mathematics of its own, so it is gone once the network is planned.
 */
public interface Composite extends Layer {

  /**
   * The layers it is made of.
   *
   * @return by the name that each adds to the composite's own, behind a dot; an empty name adds
   *     nothing, so that layer is named as the composite is. In order.
   */
  Map<String, Layer> layers(Site site);

  /** What the composite itself is given, among the names of {@link #from}. */
  String GIVEN = "given";

  /**
   * What a layer of it is given, by its name, where that is not just the layer before it: names of
   * layers before it, or {@link #GIVEN}.
   */
  default Map<String, List<String>> from() {
    return Map.of();
  }

  @Override
  default Shape shape(Site site) {
    throw new UnsupportedOperationException("a composite is planned by its parts");
  }

  @Override
  default Vertex vertex(Site site) {
    throw new UnsupportedOperationException("a composite is built by its parts");
  }
}
