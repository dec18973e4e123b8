package dev.assay.engine.compiled;

import dev.assay.engine.dl4j.GraphParameters;
import dev.assay.engine.dl4j.VertexCall;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.onednn.Memory;
import java.util.HashMap;
import java.util.Map;

/** The calls of DL4J of one program, which its threads share, for layers without a kernel. */
final class GraphCalls {

  private final GraphParameters graph;
  private final Map<String, String> reasons;
  private final Map<String, VertexCall> calls = new HashMap<>();

  /**
   * No calls yet.
   *
   * @param reasons is told why a layer is called, by layer
   */
  GraphCalls(GraphParameters graph, Map<String, String> reasons) {
    this.graph = graph;
    this.reasons = reasons;
  }

  /** Binds a thread's part of a call. */
  Kernel bind(Placed placed, Binding at, Memory gradients, String reason) {
    reasons.put(placed.name(), reason);
    VertexCall call = calls.computeIfAbsent(placed.name(), name -> call(placed, at));
    return GraphKernel.bind(call, at, graph, placed.name(), gradients);
  }

  private VertexCall call(Placed placed, Binding at) {
    return new VertexCall(
        graph.graph(), placed.name(), at.shard().batch(), placed.site().inputs(), placed.shape());
  }
}
