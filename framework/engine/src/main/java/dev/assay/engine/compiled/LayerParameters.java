package dev.assay.engine.compiled;

import dev.assay.engine.dl4j.GraphParameters;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;

/**
 * The parameters of one layer, in place.
 *
 * @param values all parameters of the network
 * @param gradients all their gradients, of one thread
 */
record LayerParameters(GraphParameters graph, String layer, Memory values, Memory gradients)
    implements Binding.Parameters {

  @Override
  public Memory value(String key, Layout layout) {
    return values.view(layout, graph.offset(layer, key));
  }

  @Override
  public Memory gradient(String key, Layout layout) {
    return gradients.view(layout, graph.offset(layer, key));
  }

  @Override
  public int length(String key) {
    return graph.length(layer, key);
  }
}
