package dev.assay.engine.dl4j;

import dev.assay.engine.architecture.Constraint;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.architecture.Treatment;
import dev.assay.engine.architecture.WeightNoise;
import dev.assay.engine.optimizer.Constrained;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.Layout.Pull;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.training.NoisyWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
            .flatMap(layer -> regions(layer, graph, plan).values().stream())
            .sorted(Comparator.comparingInt(Region::from))
            .toList(),
        constrained(plan, new NamedParameters(graph)));
  }

  /** The weights that are disturbed while they are trained. */
  public static List<NoisyWeights.Region> disturbed(Plan plan, ComputationGraph graph) {
    List<NoisyWeights.Region> disturbed = new ArrayList<>();
    for (PlannedLayer layer : plan.network().layers()) {
      WeightNoise noise = layer.treatment().weightNoise();
      if (noise != null) {
        regions(layer, graph, plan).values().stream()
            .filter(region -> region.role() == Role.WEIGHT)
            .forEach(r -> disturbed.add(new NoisyWeights.Region(noise, r.from(), r.count())));
      }
    }
    return disturbed;
  }

  private static List<Constrained> constrained(Plan plan, NamedParameters parameters) {
    List<Constrained> constrained = new ArrayList<>();
    for (PlannedLayer layer : plan.network().layers()) {
      for (Parameter parameter : layer.parameters()) {
        Constraint constraint = layer.treatment().constraint(parameter.role());
        if (constraint != null && pull(layer, parameter, plan).rate() > 0) {
          constrained.add(new Constrained(constraint, parameters.place(layer, parameter)));
        }
      }
    }
    return constrained;
  }

  private static Map<String, Region> regions(
      PlannedLayer layer, ComputationGraph graph, Plan plan) {
    Map<String, Region> regions = new LinkedHashMap<>();
    for (Parameter parameter : layer.parameters()) {
      String key = parameter.storage().key();
      INDArray array = graph.getLayer(layer.name()).getParam(key);
      int from = Math.toIntExact(array.offset() - graph.params().offset());
      int count = Math.toIntExact(array.length());
      regions.put(
          key,
          new Region(from, count, layer.name(), parameter.role(), pull(layer, parameter, plan)));
    }
    return regions;
  }

  private static Pull pull(PlannedLayer layer, Parameter parameter, Plan plan) {
    Treatment treatment = layer.treatment();
    OptimizerSection optimizer = plan.experiment().optimizer();
    Role role = parameter.role();
    double rate = optimizer == null ? 1 : optimizer.rate(layer.name(), role);
    double own = treatment.frozen() ? 0 : rate;
    Double decay = optimizer == null ? null : optimizer.decay(layer.name(), role);
    return switch (role) {
      case WEIGHT -> new Pull(treatment.l1(), treatment.l2(), own, decay);
      case BIAS -> new Pull(treatment.l1Bias(), treatment.l2Bias(), own, decay);
      case GAIN, STATISTIC -> new Pull(0, 0, own, decay);
    };
  }
}
