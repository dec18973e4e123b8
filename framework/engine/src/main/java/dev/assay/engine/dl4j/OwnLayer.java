package dev.assay.engine.dl4j;

import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.schedule.Moment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A layer whose mathematics is an {@link Operation}, as DL4J sees it.
 *
 * <p>Not one of DL4J's SameDiff layers, whose gradients come out twice too large in M2.1.
 */
final class OwnLayer extends BaseLayer {
  private static final long serialVersionUID = 1;

  private final transient Vertex.Own vertex;
  private final transient OwnParameters parameters;

  OwnLayer(Vertex.Own vertex) {
    this.vertex = vertex;
    this.parameters = new OwnParameters(vertex.parameters(), vertex.weightInit());
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray paramsView,
      boolean initializeParams,
      DataType dataType) {
    Computation layer = new Computation(conf, dataType, vertex.operation().get());
    layer.setListeners(listeners);
    layer.setIndex(index);
    if (paramsView != null) {
      layer.setParamsViewArray(paramsView);
    }
    layer.setParamTable(parameters.init(conf, paramsView, initializeParams));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return parameters;
  }

  /** Shapes are planned before the graph is built, so DL4J is never asked to infer them. */
  @Override
  public InputType getOutputType(int index, InputType inputType) {
    throw new UnsupportedOperationException("shapes are planned, not inferred");
  }

  @Override
  public void setNIn(InputType inputType, boolean override) {}

  @Override
  public @Nullable InputPreProcessor getPreProcessorForInputType(InputType inputType) {
    return null;
  }

  @Override
  public boolean isPretrainParam(String name) {
    return false;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    throw new UnsupportedOperationException("memory is planned, not reported");
  }

  /** What a layer of a graph says of its inside, if it is one of these. */
  static Map<String, INDArray> inside(org.deeplearning4j.nn.api.@Nullable Layer layer) {
    return layer instanceof Computation own ? own.operation.inside() : Map.of();
  }

  /** Tells a layer of a graph where the sequences that it is given end, if it is one of these. */
  static void lengths(
      org.deeplearning4j.nn.api.@Nullable Layer layer, List<int @Nullable []> lengths) {
    if (layer instanceof Computation own) {
      own.operation.lengths(lengths);
    }
  }

  /** Tells a layer of a graph which moment of a training it is, if it is one of these. */
  static void at(org.deeplearning4j.nn.api.@Nullable Layer layer, Moment moment) {
    if (layer instanceof Computation own) {
      own.operation.at(moment);
    }
  }

  /** The layer in a graph. */
  private static final class Computation extends org.deeplearning4j.nn.layers.BaseLayer<OwnLayer>
      implements Operation.Parameters {
    private static final long serialVersionUID = 1;

    private final transient Operation operation;

    Computation(NeuralNetConfiguration conf, DataType dataType, Operation operation) {
      super(conf, dataType);
      this.operation = operation;
    }

    @Override
    public INDArray value(String key) {
      return getParam(key);
    }

    @Override
    public INDArray gradient(String key) {
      return Objects.requireNonNull(gradientViews.get(key), key);
    }

    /** Arrays that an operation makes must outlive DL4J's workspaces, so they are made outside. */
    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
      try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
        INDArray output = operation.forward(plain(input), this, training);
        return workspaces.dup(ArrayType.ACTIVATIONS, output, 'c');
      }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
        INDArray epsilon, LayerWorkspaceMgr workspaces) {
      try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
        INDArray derivative = operation.backward(plain(epsilon), this);
        Gradient gradient = new DefaultGradient();
        if (gradientViews != null) { // DL4J gives none to a layer without parameters
          gradientViews.forEach((key, view) -> gradient.gradientForVariable().put(key, view));
        }
        return new Pair<>(gradient, workspaces.dup(ArrayType.ACTIVATION_GRAD, derivative, 'c'));
      }
    }

    /** The same numbers in {@code c} order and without gaps, which reshaping needs. */
    private static INDArray plain(INDArray array) {
      boolean plain = array.ordering() == 'c' && !array.isView();
      return plain ? array : array.dup('c');
    }

    @Override
    public boolean isPretrainLayer() {
      return false;
    }
  }
}
