package dev.assay.engine.dl4j;

import dev.assay.config.bind.NumberArray;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.execution.ParameterPlace;
import dev.assay.engine.plan.PlannedLayer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The parameters of a graph, and their gradients, by the names that files call them. */
public record NamedParameters(ComputationGraph graph) {

  /** What a parameter holds. */
  public NumberArray value(PlannedLayer layer, Parameter parameter) {
    return numbers(view(layer, parameter), parameter);
  }

  /** The derivative of the last step's loss by a parameter. */
  public NumberArray gradient(PlannedLayer layer, Parameter parameter) {
    Layer computed = graph.getLayer(layer.name());
    Map<String, INDArray> views =
        computed
            .conf()
            .getLayer()
            .initializer()
            .getGradientsFromFlattened(computed.conf(), computed.getGradientsViewArray());
    INDArray array = Objects.requireNonNull(views.get(parameter.storage().key()));
    return numbers(columns(array, parameter), parameter);
  }

  /** Where a parameter lies in the vector of all. */
  public ParameterPlace place(PlannedLayer layer, Parameter parameter) {
    INDArray view = view(layer, parameter);
    return new ParameterPlace(
        layer.name(),
        parameter.name(),
        parameter.shape(),
        Math.toIntExact(view.offset() - graph.params().offset()),
        ints(view.shape()),
        ints(view.stride()));
  }

  private static List<Integer> ints(long... numbers) {
    return Arrays.stream(numbers).mapToObj(Math::toIntExact).toList();
  }

  /** Changes what a parameter holds. */
  public void set(PlannedLayer layer, Parameter parameter, NumberArray value) {
    INDArray view = view(layer, parameter);
    INDArray numbers = Nd4j.create(value.values(), view.shape(), 'c');
    view.assign(numbers.castTo(view.dataType()));
  }

  /** Starts a vector, of which nobody can say how many inputs it has. */
  void start(PlannedLayer layer, Parameter parameter, Initializer initializer) {
    INDArray view = view(layer, parameter);
    INDArray numbers = Nd4j.create(view.dataType(), new long[] {1, view.length()}, 'c');
    initializer.function().init(1, 1, numbers.shape(), 'c', numbers);
    view.assign(numbers.reshape(view.shape()));
  }

  private INDArray view(PlannedLayer layer, Parameter parameter) {
    String key = parameter.storage().key();
    return columns(graph.getLayer(layer.name()).getParam(key), parameter);
  }

  private static INDArray columns(INDArray array, Parameter parameter) {
    Parameter.Storage storage = parameter.storage();
    if (storage.columns() == 0) {
      return array;
    }
    return array.get(
        NDArrayIndex.all(),
        NDArrayIndex.interval(storage.firstColumn(), storage.firstColumn() + storage.columns()));
  }

  private static NumberArray numbers(INDArray view, Parameter parameter) {
    INDArray flat = view.dup('c').reshape(view.length());
    return new NumberArray(parameter.shape(), flat.toDoubleVector());
  }
}
