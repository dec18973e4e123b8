package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Combination;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Its first input minus its second one, number by number. In and out: two inputs of one shape. */
@Doc("Its first input minus its second one, number by number; they must have the same shape.")
@Elsewhere({"sub", "difference"})
@Example(
    value = "{type: subtract}",
    of = {"[20]", "[20]"},
    makes = "[20]")
public record Subtract() implements Layer {

  @Override
  public Shape shape(Site site) {
    Shape shape = site.alike("subtracts");
    if (site.inputs().size() > 2) {
      throw new ShapeException(
          "subtracts one input from another, not %d".formatted(site.inputs().size()));
    }
    return shape;
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new Difference());
  }

  @Override
  public Footprint footprint(Site site) {
    return Footprint.of(shape(site).size()).with(Images.AS_GIVEN);
  }

  @Override
  public long flops(Site site) {
    return site.inputs().get(0).size();
  }

  private record Difference() implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs) {
      return inputs.get(0).sub(inputs.get(1));
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
      return List.of(gradient, gradient.neg());
    }
  }
}
