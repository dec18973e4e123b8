package dev.assay.engine.dl4j;

import dev.assay.engine.plan.Network;
import dev.assay.engine.plan.PlannedLayer;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Layers of a graph that compute with the parameters of others: they have the same views of the
 * graph's vector, and a gradient of their own, which is added to that of the other one.
 */
record SharedParameters(ComputationGraph graph, List<PlannedLayer> sharing) {

  SharedParameters {
    sharing = List.copyOf(sharing);
  }

  /** Those of a network. */
  static SharedParameters of(ComputationGraph graph, Network network) {
    return new SharedParameters(
        graph, network.layers().stream().filter(layer -> layer.shares() != null).toList());
  }

  /** Gives each of them what it computes with. */
  void bind() {
    for (PlannedLayer planned : sharing) {
      Layer layer = graph.getLayer(planned.name());
      Layer owner = owner(planned);
      layer.setParamsViewArray(owner.params());
      layer.setParamTable(owner.paramTable());
      INDArray gradient = Nd4j.create(owner.params().dataType(), owner.params().shape());
      layer.setBackpropGradientsViewArray(gradient);
    }
  }

  /** Adds what they have written in a backward pass to the graph's gradient. */
  void addGradients() {
    for (PlannedLayer planned : sharing) {
      INDArray more = graph.getLayer(planned.name()).getGradientsViewArray();
      owner(planned).getGradientsViewArray().addi(more);
    }
  }

  private Layer owner(PlannedLayer planned) {
    return graph.getLayer(Objects.requireNonNull(planned.shares()));
  }
}
