package dev.assay.engine.compiled;

import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dl4j.GraphParameters;
import dev.assay.engine.kernel.Kernels;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.plan.Network;

/**
 * What all programs of a network are made from.
 *
 * @param graph where the parameters of each layer lie
 * @param values all parameters
 * @param gradients a part for each thread
 */
record Blueprint(
    Network network,
    DataSpec data,
    GraphParameters graph,
    Memory values,
    Gradients gradients,
    Kernels kernels) {

  /** The parameters of a layer, with the gradients of one thread. */
  LayerParameters parameters(String layer, int thread) {
    return new LayerParameters(graph, layer, values, gradients.part(thread), 0);
  }

  /**
   * Those that a layer computes with which has none of its own: their gradient is written elsewhere
   * than that of the layer which has them.
   */
  LayerParameters shared(String layer, Arena arena) {
    Memory own = arena.allocate(Layout.plain(graph.length(layer)));
    return new LayerParameters(graph, layer, values, own, graph.offset(layer));
  }
}
