package dev.assay.engine.dl4j;

import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Finds out where a graph keeps the parameters of a plan: DL4J orders them in its own way. */
public final class ParameterLayout {

  private ParameterLayout() {}

  /** The layout of a graph's parameter vector. Parameters that share an array share a region. */
  public static Layout of(Plan plan, ComputationGraph graph) {
    return new Layout(
        plan.network().layers().stream()
            .flatMap(layer -> regions(layer, graph).values().stream())
            .sorted(Comparator.comparingInt(Region::from))
            .toList());
  }

  private static Map<String, Region> regions(PlannedLayer layer, ComputationGraph graph) {
    Map<String, Region> regions = new LinkedHashMap<>();
    for (Parameter parameter : layer.parameters()) {
      String key = parameter.storage().key();
      INDArray array = graph.getLayer(layer.name()).getParam(key);
      int from = Math.toIntExact(array.offset() - graph.params().offset());
      regions.put(key, new Region(from, Math.toIntExact(array.length()), parameter.role()));
    }
    return regions;
  }
}
