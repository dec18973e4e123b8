package dev.assay.engine.dl4j;

import dev.assay.engine.architecture.Combination;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A vertex whose mathematics is a {@link Combination}, as DL4J sees it. */
final class OwnVertex extends GraphVertex {
  private static final long serialVersionUID = 1;

  private final transient Combination combination;

  OwnVertex(Combination combination) {
    this.combination = combination;
  }

  @Override
  public GraphVertex clone() {
    return this; // it never changes
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return 1;
  }

  @Override
  public int maxVertexInputs() {
    return Integer.MAX_VALUE;
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType dataType) {
    return new Computation(graph, name, index, dataType, combination);
  }

  /** Shapes are planned before the graph is built, so DL4J is never asked to infer them. */
  @Override
  public InputType getOutputType(int index, InputType... inputs) {
    throw new UnsupportedOperationException("shapes are planned, not inferred");
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputs) {
    throw new UnsupportedOperationException("memory is planned, not reported");
  }

  /** The vertex in a graph. */
  @SuppressWarnings("overrides") // DL4J implements a method of many arguments by one of an array
  private static final class Computation extends BaseGraphVertex {
    private static final long serialVersionUID = 1;

    private final transient Combination combination;

    Computation(
        ComputationGraph graph,
        String name,
        int index,
        DataType dataType,
        Combination combination) {
      super(graph, name, index, null, null, dataType);
      this.combination = combination;
    }

    /** Arrays that are made on the way must outlive DL4J's workspaces, so they are made outside. */
    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
      try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
        INDArray output = combination.forward(given());
        return workspaces.dup(ArrayType.ACTIVATIONS, output, 'c');
      }
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
      try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
        INDArray[] derivatives =
            combination.backward(given(), epsilon.dup('c')).stream()
                .map(derivative -> workspaces.dup(ArrayType.ACTIVATION_GRAD, derivative, 'c'))
                .toArray(INDArray[]::new);
        return new Pair<>(null, derivatives);
      }
    }

    private List<INDArray> given() {
      return Arrays.stream(inputs).map(input -> input.dup('c')).toList();
    }

    @Override
    public boolean hasLayer() {
      return false;
    }

    @Override
    public @Nullable Layer getLayer() {
      return null;
    }

    @Override
    public void setBackpropGradientsViewArray(@Nullable INDArray view) {
      if (view != null) {
        throw new IllegalArgumentException("a vertex without parameters has no gradients");
      }
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArrays(
        INDArray[] masks, MaskState state, int batch) {
      return new Pair<>(null, state);
    }

    @Override
    public String toString() {
      return Objects.toString(getVertexName());
    }
  }
}
