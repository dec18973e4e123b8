package dev.assay.engine.dl4j;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.LossRows;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** Makes a DL4J graph of a plan. */
public final class GraphBuilder {

  private GraphBuilder() {}

  /** The graph, with random parameters as the experiment's seed determines them. */
  public static ComputationGraph build(Plan plan) {
    ComputationGraph graph = new ComputationGraph(configuration(plan));
    graph.init();
    start(plan, new NamedParameters(graph));
    SharedParameters.of(graph, plan.network()).bind();
    return graph;
  }

  /** Where the file says how biases or gains start; each layer has started its own by now. */
  private static void start(Plan plan, NamedParameters parameters) {
    for (PlannedLayer layer : plan.network().layers()) {
      for (Parameter parameter : layer.parameters()) {
        Initializer initializer = layer.treatment().start(parameter);
        if (initializer != null) {
          parameters.start(layer, parameter, initializer);
        }
      }
    }
  }

  private static ComputationGraphConfiguration configuration(Plan plan) {
    // Parameters are updated by our own optimizers, over the graph's own vector.
    ComputationGraphConfiguration.GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(plan.experiment().seed())
            .dataType(plan.precision() == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT)
            .updater(new NoOp())
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder();
    builder.addInputs(plan.data().inputs().stream().map(DataSpec.Field::name).toList());
    plan.network().layers().forEach(layer -> add(builder, layer, plan));
    builder.setOutputs(
        plan.network().outputs().stream().map(PlannedLayer::name).toArray(String[]::new));
    builder.validateOutputLayerConfig(false);
    builder.allowDisconnected(true); // an input that no layer is given has been warned of
    return builder.build();
  }

  private static void add(
      ComputationGraphConfiguration.GraphBuilder builder, PlannedLayer planned, Plan plan) {
    String[] inputs = planned.inputs().toArray(String[]::new);
    Vertex vertex = planned.layer().vertex(planned.site());
    if (vertex instanceof Vertex.Stock stock) {
      builder.addLayer(
          planned.name(), shared(planned, stock.layer()), stock.preProcessor(), inputs);
    } else if (vertex instanceof Vertex.Join join) {
      builder.addVertex(planned.name(), join.vertex(), inputs);
    } else if (vertex instanceof Vertex.Combined combined) {
      builder.addVertex(planned.name(), new OwnVertex(combined.combination()), inputs);
    } else if (vertex instanceof Vertex.Own own) {
      builder.addLayer(
          planned.name(), shared(planned, new OwnLayer(own)), joined(builder, planned));
    } else if (vertex instanceof Vertex.Chancy chancy) {
      builder.addLayer(planned.name(), new OwnLayer(drawing(chancy, planned, plan)), inputs);
    } else if (vertex instanceof Vertex.Head head) {
      LossLayer layer =
          new LossLayer.Builder(loss(planned))
              .activation(head.loss().activation().function())
              .build();
      builder.addLayer(planned.name(), layer, inputs);
    }
  }

  private static Layer shared(PlannedLayer planned, Layer layer) {
    return planned.shares() == null ? layer : new SharedLayer(layer);
  }

  private static Vertex.Own drawing(Vertex.Chancy chancy, PlannedLayer planned, Plan plan) {
    long place = plan.network().layers().indexOf(planned);
    Vertex.Source source = new Vertex.Source(plan.experiment().seed(), place);
    return new Vertex.Own(
        () -> chancy.operation().apply(source), List.of(), planned.site().weightInit());
  }

  /** The name of the only input of a layer: of a vertex that joins them where it has several. */
  private static String joined(
      ComputationGraphConfiguration.GraphBuilder builder, PlannedLayer planned) {
    if (planned.inputs().size() == 1) {
      return planned.inputs().get(0);
    }
    String name = planned.name() + " inputs"; // no name that a user can write
    builder.addVertex(
        name, new OwnVertex(new SideBySide()), planned.inputs().toArray(String[]::new));
    return name;
  }

  /** The rows of logits that a head compares with its target. */
  static LossRows rows(PlannedLayer planned) {
    return ((Head) planned.layer()).rows(planned.site(), planned.shape());
  }

  /** What a head does with its logits and its target. */
  static LossAdapter loss(PlannedLayer planned) {
    Head head = (Head) planned.layer();
    return new LossAdapter(head.rows(planned.site(), planned.shape()), head.weight());
  }
}
