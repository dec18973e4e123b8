package dev.assay.engine.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where the parameters of a graph of single precision lie in memory, all in one vector. */
public record GraphParameters(ComputationGraph graph) {

  /** The address of the first parameter. */
  public long address() {
    return address(graph.params());
  }

  /** How many there are. */
  public int length() {
    return Math.toIntExact(graph.params().length());
  }

  /** How many numbers an array of a layer has. */
  public int length(String layer, String key) {
    return Math.toIntExact(graph.getLayer(layer).getParam(key).length());
  }

  /** Where in the vector an array of a layer begins. */
  public int offset(String layer, String key) {
    return offset(graph.getLayer(layer).getParam(key));
  }

  /** Where in the vector a layer's parameters begin; 0 if it has none. */
  public int offset(String layer) {
    return length(layer) == 0 ? 0 : offset(graph.getLayer(layer).params());
  }

  /** How many parameters a layer has. */
  public int length(String layer) {
    Layer computed = graph.getLayer(layer);
    return computed == null ? 0 : Math.toIntExact(computed.numParams());
  }

  private int offset(INDArray view) {
    return Math.toIntExact((address(view) - address()) / Float.BYTES);
  }

  static long address(INDArray array) {
    return array.data().address() + array.offset() * Float.BYTES;
  }
}
