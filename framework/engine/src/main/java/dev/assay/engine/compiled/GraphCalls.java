package dev.assay.engine.compiled;

import dev.assay.engine.dl4j.VertexCall;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** The calls of DL4J of one program, which its threads share, for layers without a kernel. */
final class GraphCalls {

  private final ComputationGraph graph;
  private final Map<String, String> reasons;
  private final Map<String, VertexCall> calls = new HashMap<>();

  /**
   * No calls yet.
   *
   * @param reasons is told why a layer is called, by layer
   */
  GraphCalls(ComputationGraph graph, Map<String, String> reasons) {
    this.graph = graph;
    this.reasons = reasons;
  }

  /** Binds a thread's part of a call. */
  Kernel bind(Placed placed, Binding at, LayerParameters parameters, String reason) {
    reasons.put(placed.name(), reason);
    VertexCall call = calls.computeIfAbsent(placed.name(), name -> call(placed, at));
    return GraphKernel.bind(call, at, parameters);
  }

  private VertexCall call(Placed placed, Binding at) {
    return new VertexCall(
        graph, placed.name(), at.shard().batch(), placed.site().inputs(), placed.shape());
  }
}
