package dev.assay.engine.dl4j;

import dev.assay.engine.architecture.LossRows;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Output;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.plan.Ends;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network computed by DL4J's own forward and backward passes, in either precision. */
public final class GraphExecutable implements Executable {

  private final Plan plan;
  private final ComputationGraph graph;
  private final Precision precision;
  private final SharedParameters shared;

  /** An executable that computes with the parameters of {@code graph}, in place. */
  public GraphExecutable(Plan plan, ComputationGraph graph) {
    this.plan = plan;
    this.graph = graph;
    this.precision = plan.precision();
    this.shared = SharedParameters.of(graph, plan.network());
  }

  @Override
  public double step(Samples samples, Moment moment) {
    Batch batch = Batch.of(samples, plan.data(), precision);
    graph.setInputs(arrays(batch.inputs()));
    graph.setLabels(targets(batch));
    lengths(batch);
    plan.network().layers().forEach(layer -> OwnLayer.at(graph.getLayer(layer.name()), moment));
    boolean padded = batch.targets().stream().anyMatch(target -> target.lengths() != null);
    if (padded) {
      graph.setLayerMaskArrays(null, masks(batch));
    }
    graph.computeGradientAndScore();
    if (padded) {
      graph.clearLayerMaskArrays(); // they would change what the network says
    }
    shared.addGradients();
    INDArray gradients = graph.getFlattenedGradients();
    if (!gradients.isEmpty()) { // as those of a network without parameters are
      gradients.divi(batch.size()); // DL4J sums over samples
    }
    return graph.score();
  }

  @Override
  public Map<String, Output> forward(Batch batch) {
    Map<String, INDArray> said = feedForward(batch);
    Map<String, Output> outputs = new LinkedHashMap<>();
    for (PlannedLayer layer : plan.network().outputs()) {
      Values values = values(layer.shape(), said(said, layer.name()), batch.size());
      outputs.put(layer.name(), new Output(values, loss(layer, said, batch)));
    }
    return outputs;
  }

  private Map<String, INDArray> feedForward(Batch batch) {
    lengths(batch);
    return graph.feedForward(arrays(batch.inputs()), false);
  }

  /** Tells all layers that are given padded sequences where these end. */
  private void lengths(Batch batch) {
    for (PlannedLayer layer : plan.network().layers()) {
      List<int @Nullable []> lengths = new ArrayList<>();
      layer.inputs().forEach(input -> lengths.add(lengths(input, batch)));
      if (lengths.stream().anyMatch(Objects::nonNull)) {
        OwnLayer.lengths(graph.getLayer(layer.name()), lengths);
      }
    }
  }

  private int @Nullable [] lengths(String input, Batch batch) {
    Ends ends = plan.network().lengths(input, plan.data());
    int[] lengths = ends == null ? null : batch.lengths(plan.data(), ends.input());
    return ends == null || lengths == null ? null : ends.of(lengths);
  }

  /** For each head, a number for each row of its target: 0 where it only fills a sequence up. */
  private INDArray[] masks(Batch batch) {
    List<PlannedLayer> heads = plan.network().heads();
    INDArray[] masks = new INDArray[heads.size()];
    for (int i = 0; i < masks.length; i++) {
      Values targets = batch.targets().get(target(heads.get(i)));
      LossRows rows = GraphBuilder.rows(heads.get(i));
      if (targets.lengths() != null) {
        double[] marks = new double[targets.length() / rows.targetWidth()];
        for (int row = 0; row < marks.length; row++) {
          marks[row] = targets.counts(row * rows.targetWidth()) ? 1 : 0;
        }
        masks[i] = Nd4j.create(marks).reshape('c', batch.size(), -1);
      }
    }
    return masks;
  }

  /**
   * What every layer says of a batch, by its name, and what is worth being looked at inside of it,
   * by both names with a dot between them.
   */
  public Map<String, Values> activations(Batch batch) {
    Map<String, INDArray> said = feedForward(batch);
    Map<String, Values> all = new LinkedHashMap<>();
    plan.network().layers().forEach(layer -> all.putAll(activations(layer, said, batch)));
    return all;
  }

  private Map<String, Values> activations(
      PlannedLayer layer, Map<String, INDArray> said, Batch batch) {
    Map<String, Values> found = new LinkedHashMap<>();
    int rows = layer.rows() * batch.size();
    found.put(layer.name(), values(layer.shape(), said(said, layer.name()), rows));
    Map<String, INDArray> inside = OwnLayer.inside(graph.getLayer(layer.name()));
    layer
        .inside()
        .forEach(
            (name, shape) -> {
              INDArray array = said(inside, name.substring(layer.name().length() + 1));
              found.put(name, values(shape, array, rows));
            });
    return found;
  }

  private Output.Loss loss(PlannedLayer layer, Map<String, INDArray> said, Batch batch) {
    boolean head = plan.network().heads().contains(layer);
    INDArray logits = said(said, layer.inputs().get(0));
    boolean whole = logits.length() == (long) layer.shape().size() * batch.size();
    if (!head || !whole || batch.targets().isEmpty()) {
      return Output.Loss.NONE;
    }
    Values wanted = batch.targets().get(target(layer));
    double[] targets = wanted.all();
    double[] numbers = logits.dup('c').reshape(logits.length()).toDoubleVector();
    LossRows rows = GraphBuilder.rows(layer);
    IntPredicate counts = row -> wanted.counts(row * rows.targetWidth());
    return new Output.Loss(
        rows.sum(numbers, targets, counts, new double[numbers.length]),
        rows.weight(targets, counts));
  }

  private static INDArray said(Map<String, INDArray> said, String name) {
    return Objects.requireNonNull(said.get(name), name);
  }

  /**
   * One array of targets for each head, in the order of the graph's outputs: a row for each sample,
   * since DL4J's loss layer turns round what has more axes.
   */
  private INDArray[] targets(Batch batch) {
    return plan.network().heads().stream()
        .map(head -> array(batch.targets().get(target(head))).reshape('c', batch.size(), -1))
        .toArray(INDArray[]::new);
  }

  private static int target(PlannedLayer head) {
    return ((Vertex.Head) head.layer().vertex(head.site())).target();
  }

  private INDArray[] arrays(List<Values> values) {
    return values.stream().map(this::array).toArray(INDArray[]::new);
  }

  /** A batch of one number each gets an axis for it, since DL4J knows no array of rank 1. */
  private INDArray array(Values values) {
    Shape shape = values.shape();
    long[] dims = new long[Math.max(2, shape.rank() + 1)];
    dims[0] = values.rows();
    dims[1] = 1;
    for (int i = 0; i < shape.rank(); i++) {
      dims[i + 1] = shape.dim(i);
    }
    return precision == Precision.DOUBLE
        ? Nd4j.create(values.doubles(), dims, 'c')
        : Nd4j.create(values.floats(), dims, 'c');
  }

  /** A copy of what a layer says; a sequence may be shorter than the plan's. */
  private Values values(Shape planned, INDArray array, int rows) {
    int[] dims = new int[planned.rank()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = (int) array.size(i + 1);
    }
    Values values = new Values(Shape.of(dims), rows, precision);
    INDArray flat = array.dup('c').reshape(array.length());
    if (precision == Precision.DOUBLE) {
      System.arraycopy(flat.toDoubleVector(), 0, values.doubles(), 0, values.length());
    } else {
      System.arraycopy(flat.toFloatVector(), 0, values.floats(), 0, values.length());
    }
    return values;
  }

  @Override
  public ParameterVector parameters() {
    return new ArrayVector(graph.params());
  }

  @Override
  public ParameterVector gradient() {
    return new ArrayVector(graph.getFlattenedGradients());
  }

  @Override
  public void close() {
    graph.close();
  }
}
