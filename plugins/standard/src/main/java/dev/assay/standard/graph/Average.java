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
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mean of its inputs, number by number. In and out: inputs of one shape. */
@Doc("The mean of its inputs, number by number; they must have the same shape.")
@Elsewhere("mean")
@Example(
    value = "{type: average}",
    of = {"[20]", "[20]"},
    makes = "[20]")
public record Average() implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.alike("averages");
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new Mean());
  }

  @Override
  public Footprint footprint(Site site) {
    return Footprint.of(shape(site).size()).with(Images.AS_GIVEN);
  }

  @Override
  public long flops(Site site) {
    return (long) site.inputs().get(0).size() * site.inputs().size();
  }

  private record Mean() implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs) {
      return inputs.stream().reduce(INDArray::add).orElseThrow().div(inputs.size());
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
      INDArray share = gradient.div(inputs.size());
      return inputs.stream().map(input -> share).toList();
    }
  }
}
