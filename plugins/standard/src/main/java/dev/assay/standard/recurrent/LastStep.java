package dev.assay.standard.recurrent;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The last step of a sequence: what a recurrent layer says when it has read all of it. In: {@code
 * [steps, features]}. Out: {@code [features]}.
 */
@Doc("The last step of a sequence: what a recurrent layer says when it has read all of it.")
public record LastStep() implements Layer {

  @Override
  public Shape shape(Site site) {
    return Shape.of(site.sequence().dim(1));
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Last::new, List.of(), site.weightInit());
  }

  private static final class Last implements Operation {
    private INDArray input = Nd4j.empty();

    @Override
    public INDArray forward(INDArray given, Parameters parameters, boolean training) {
      input = given;
      return Sequences.step(given, given.size(1) - 1);
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray dInput = Sequences.like(input, input.size(2));
      Sequences.put(dInput, input.size(1) - 1, gradient);
      return dInput;
    }
  }
}
