package dev.assay.standard.recurrent;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The steps of a sequence in the opposite order. In and out: {@code [steps, features]}. */
@Doc("The steps of a sequence in the opposite order.")
public record Reverse() implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.sequence();
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Turn::new, List.of(), site.weightInit());
  }

  private static final class Turn implements Operation {

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      INDArray turned = Sequences.like(input, input.size(2));
      long steps = input.size(1);
      for (long t = 0; t < steps; t++) {
        Sequences.put(turned, steps - 1 - t, Sequences.step(input, t));
      }
      return turned;
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      return forward(gradient, parameters, true);
    }
  }
}
