package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
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

/**
 * Multiplies each number by the same factor, and adds the same offset: {@code y = factor x +
 * offset}. Neither is learned. In and out: any shape of numbers.
 */
@Doc("Multiplies each number by a fixed factor, and adds a fixed offset.")
@Elsewhere({"rescaling", "scale", "shift"})
@Example(
    value = "{type: rescale, factor: 2, offset: -1}",
    of = "[1, 28, 28]",
    makes = "[1, 28, 28]")
public record Rescale(
    @Doc("What each number is multiplied by.") @Default("1") double factor,
    @Doc("What is then added to it.") @Default("0") double offset)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    site.numbers();
    return site.input();
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new Line(factor, offset));
  }

  @Override
  public Footprint footprint(Site site) {
    return Footprint.of(shape(site).size()).with(Images.AS_GIVEN);
  }

  @Override
  public long flops(Site site) {
    return 2L * site.input().size();
  }

  private record Line(double factor, double offset) implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs) {
      return inputs.get(0).mul(factor).addi(offset);
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
      return List.of(gradient.mul(factor));
    }
  }
}
