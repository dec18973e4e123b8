package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Combination;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The product of its inputs, number by number. In and out: inputs of one shape. */
@Doc("The product of its inputs, number by number; they must have the same shape.")
@Elsewhere({"mul", "product"})
public record Multiply() implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.alike("multiplies");
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new Product());
  }

  @Override
  public long flops(Site site) {
    return (long) site.inputs().get(0).size() * (site.inputs().size() - 1);
  }

  private record Product() implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs) {
      return inputs.stream().reduce(INDArray::mul).orElseThrow();
    }

    /** The derivative by one factor is the product of the others. */
    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
      List<INDArray> derivatives = new ArrayList<>();
      for (int i = 0; i < inputs.size(); i++) {
        INDArray derivative = gradient;
        for (int other = 0; other < inputs.size(); other++) {
          derivative = other == i ? derivative : derivative.mul(inputs.get(other));
        }
        derivatives.add(derivative);
      }
      return derivatives;
    }
  }
}
