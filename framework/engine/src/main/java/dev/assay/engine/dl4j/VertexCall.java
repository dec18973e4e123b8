package dev.assay.engine.dl4j;

import dev.assay.engine.schedule.Moment;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One vertex of a graph of single precision, computed by DL4J on buffers that stay where they are.
 * Its calls come from one thread.
 */
public final class VertexCall {

  private final ComputationGraph graph;
  private final GraphVertex vertex;
  private final List<INDArray> inputs;
  private final List<INDArray> inputGradients;
  private final INDArray output;
  private final INDArray outputGradient;
  private final List<int @Nullable []> lengths;

  /**
   * A call of a vertex with so many rows.
   *
   * @param inputs the shapes of what it is given, without the rows
   * @param output the shape of what it says
   */
  public VertexCall(
      ComputationGraph graph, String name, int rows, List<Shape> inputs, Shape output) {
    this.graph = graph;
    this.vertex = graph.getVertex(name);
    this.inputs = inputs.stream().map(shape -> array(rows, shape)).toList();
    this.inputGradients = inputs.stream().map(shape -> array(rows, shape)).toList();
    this.output = array(rows, output);
    this.outputGradient = array(rows, output);
    this.lengths = new ArrayList<>(Collections.nCopies(inputs.size(), null));
  }

  private static INDArray array(int rows, Shape shape) {
    long[] dims = new long[Math.max(2, shape.rank() + 1)];
    dims[0] = rows;
    dims[1] = 1;
    for (int axis = 0; axis < shape.rank(); axis++) {
      dims[axis + 1] = shape.dim(axis);
    }
    return Nd4j.createUninitializedDetached(Nd4j.defaultFloatingPointType(), dims).assign(0);
  }

  /** Where an input is to be written. */
  public long input(int index) {
    return GraphParameters.address(inputs.get(index));
  }

  /** Where the gradient by an input is written. */
  public long inputGradient(int index) {
    return GraphParameters.address(inputGradients.get(index));
  }

  /** Where the output is written. */
  public long output() {
    return GraphParameters.address(output);
  }

  /** Where the gradient by the output is to be written. */
  public long outputGradient() {
    return GraphParameters.address(outputGradient);
  }

  /** Where the lengths of the sequences of an input are to be written, which are padded. */
  public int[] lengths(int index) {
    int[] own = lengths.get(index);
    if (own == null) {
      own = new int[(int) inputs.get(index).size(0)];
      lengths.set(index, own);
    }
    return own;
  }

  /** Where DL4J writes the gradient by the vertex's parameters. */
  public long gradient() {
    if (graph.getFlattenedGradients() == null) {
      graph.initGradientsView();
    }
    return GraphParameters.address(vertex.getLayer().getGradientsViewArray());
  }

  /** Whether the vertex is a layer, and so takes its inputs as one. */
  private boolean joined() {
    return vertex.hasLayer() && inputs.size() > 1;
  }

  /**
   * Computes the output. DL4J's layers may change what they are given, so they get copies.
   *
   * @param moment of the training
   */
  public void forward(boolean training, Moment moment) {
    LayerWorkspaceMgr outside = LayerWorkspaceMgr.noWorkspaces();
    if (joined()) {
      vertex.setInput(0, new SideBySide().forward(inputs), outside);
    }
    for (int i = 0; i < inputs.size() && !joined(); i++) {
      vertex.setInput(i, inputs.get(i).dup(), outside);
    }
    OwnLayer.lengths(vertex.getLayer(), lengths);
    OwnLayer.at(vertex.getLayer(), moment);
    INDArray said = vertex.doForward(training, outside);
    output.assign(said.reshape('c', output.shape()));
  }

  /** Computes the gradients by the inputs and parameters. */
  public void backward() {
    LayerWorkspaceMgr outside = LayerWorkspaceMgr.noWorkspaces();
    vertex.setEpsilon(outputGradient.dup());
    INDArray[] gradients = vertex.doBackward(false, outside).getSecond();
    if (joined()) {
      gradients = new SideBySide().backward(inputs, gradients[0]).toArray(INDArray[]::new);
    }
    for (int i = 0; i < inputGradients.size(); i++) {
      if (gradients != null && i < gradients.length && gradients[i] != null) {
        INDArray target = inputGradients.get(i);
        target.assign(gradients[i].reshape('c', target.shape()));
      }
    }
    vertex.clear();
  }
}
