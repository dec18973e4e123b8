package dev.assay.engine.compiled;

import dev.assay.engine.dl4j.GraphParameters;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;

/**
 * The parameters of one layer, in place.
 *
 * @param values all parameters of the network
 * @param gradients where the layer's gradients are written, of one thread
 * @param first the place in the network's vector of the first of these
 */
record LayerParameters(
    GraphParameters graph, String layer, Memory values, Memory gradients, int first)
    implements Binding.Parameters {

  @Override
  public Memory value(String key, Layout layout) {
    return values.view(layout, graph.offset(layer, key));
  }

  @Override
  public Memory gradient(String key, Layout layout) {
    return gradients.view(layout, graph.offset(layer, key) - first);
  }

  /** The gradients by all of them. */
  Memory gradient() {
    return gradients.view(Layout.plain(length()), graph.offset(layer) - first);
  }

  @Override
  public int length(String key) {
    return graph.length(layer, key);
  }

  /** How many there are together. */
  int length() {
    return graph.length(layer);
  }
}
