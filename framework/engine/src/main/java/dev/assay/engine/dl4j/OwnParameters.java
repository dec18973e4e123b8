package dev.assay.engine.dl4j;

import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Parameter.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The parameters of an {@link OwnLayer}, one after the other in the graph's vectors. */
record OwnParameters(List<Parameter> parameters, Initializer weightInit)
    implements ParamInitializer {

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return parameters.stream().mapToLong(Parameter::size).sum();
  }

  @Override
  public long numParams(Layer layer) {
    return parameters.stream().mapToLong(Parameter::size).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return keys(Role.values());
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return keys(Role.WEIGHT);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return keys(Role.BIAS);
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return keys(Role.WEIGHT).contains(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return keys(Role.BIAS).contains(key);
  }

  private List<String> keys(Role... roles) {
    return parameters.stream()
        .filter(parameter -> List.of(roles).contains(parameter.role()))
        .map(parameter -> parameter.storage().key())
        .toList();
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray vector, boolean initialize) {
    parameters.forEach(parameter -> conf.addVariable(parameter.storage().key()));
    Map<String, INDArray> views = getGradientsFromFlattened(conf, vector);
    if (initialize) {
      parameters.forEach(p -> start(p, Objects.requireNonNull(views.get(p.storage().key()))));
    }
    return views;
  }

  private void start(Parameter parameter, INDArray view) {
    if (parameter.role() != Role.WEIGHT) {
      view.assign(parameter.start());
      return;
    }
    // A matrix is [in, out]; with more axes it is [out, in, ...], as filters of a convolution are.
    double window = view.rank() < 3 ? 1 : (double) view.length() / (view.size(0) * view.size(1));
    double fanIn = view.rank() < 3 ? view.size(0) : view.size(1) * window;
    double fanOut = view.rank() < 3 ? view.size(view.rank() - 1) : view.size(0) * window;
    Initializer own = parameter.initializer();
    (own == null ? weightInit : own).function().init(fanIn, fanOut, view.shape(), 'c', view);
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray vector) {
    Map<String, INDArray> views = new LinkedHashMap<>();
    long from = 0;
    for (Parameter parameter : parameters) {
      INDArray flat =
          vector.reshape(vector.length()).get(NDArrayIndex.interval(from, from + parameter.size()));
      long[] shape = parameter.shape().stream().mapToLong(Integer::longValue).toArray();
      views.put(parameter.storage().key(), flat.reshape('c', shape));
      from += parameter.size();
    }
    return views;
  }
}
