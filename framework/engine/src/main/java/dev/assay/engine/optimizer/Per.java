package dev.assay.engine.optimizer;

import dev.assay.config.bind.Doc;
import dev.assay.engine.optimizer.Layout.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a gradient has a norm of its own. */
public enum Per {
  @Doc("Each array of parameters, such as a layer's weights.")
  ARRAY,
  @Doc("All parameters of a layer together.")
  LAYER;

  /** The regions that are measured together. */
  List<List<Region>> parts(List<Region> regions) {
    if (this == ARRAY) {
      return regions.stream().map(List::of).toList();
    }
    Map<String, List<Region>> layers = new LinkedHashMap<>();
    regions.forEach(
        region -> layers.computeIfAbsent(region.layer(), name -> new ArrayList<>()).add(region));
    return List.copyOf(layers.values());
  }
}
