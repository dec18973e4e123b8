package dev.assay.testkit;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Adds a parameter to each number of the input. Put before a layer, it makes the gradient that the
 * layer passes back visible as the gradient of parameters.
 */
@Doc("Adds a parameter to each number of its input.")
public record KitShift() implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.input();
  }

  @Override
  public List<Parameter> parameters(Site site) {
    int[] dims = site.input().dims().stream().mapToInt(Integer::intValue).toArray();
    return List.of(Parameter.bias("shift", "S", dims));
  }

  @Override
  public Padding padding(Site site) {
    return Padding.KEPT;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Shift::new, parameters(site), site.weightInit());
  }

  private static final class Shift implements Operation {

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      INDArray shift = parameters.value("S");
      long[] row = input.shape().clone();
      row[0] = 1;
      return input.add(shift.reshape('c', row));
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      parameters.gradient("S").assign(gradient.sum(0));
      return gradient;
    }
  }
}
