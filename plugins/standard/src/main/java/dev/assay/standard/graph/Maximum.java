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
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The largest of its inputs, number by number; of equal ones, the first has the gradient. In and
 * out: inputs of one shape.
 */
@Doc("The largest of its inputs, number by number; they must have the same shape.")
@Elsewhere("max")
@Example(
    value = "{type: maximum}",
    of = {"[20]", "[20]"},
    makes = "[20]")
public record Maximum() implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.alike("compares");
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new Largest());
  }

  /** It remembers which of two inputs was larger. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = shape(site).size();
    long wins = numbers * (site.inputs().size() - 1);
    return new Footprint(numbers, wins, 2 * numbers, Images.AS_GIVEN);
  }

  @Override
  public long flops(Site site) {
    return (long) site.inputs().get(0).size() * (site.inputs().size() - 1);
  }

  private record Largest() implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs) {
      return inputs.stream().reduce((a, b) -> Transforms.max(a, b, true)).orElseThrow();
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
      INDArray largest = forward(inputs);
      INDArray left = gradient;
      List<INDArray> derivatives = new ArrayList<>();
      for (INDArray input : inputs) {
        INDArray wins = input.eq(largest).castTo(gradient.dataType());
        derivatives.add(left.mul(wins));
        left = left.mul(wins.rsub(1));
      }
      return derivatives;
    }
  }
}
