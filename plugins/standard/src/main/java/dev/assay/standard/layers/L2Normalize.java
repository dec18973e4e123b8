package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Divides the features of each sample, or of each step of a sequence, by their Euclidean norm, so
 * that they are a vector of length 1: {@code y = x / max(|x|, epsilon)}.
 *
 * <p>In and out: {@code [features]} or {@code [steps, features]}.
 */
@Doc("Divides the features of each sample or step by their Euclidean norm, which is then 1.")
@Elsewhere({"normalize", "unit_normalization"})
@Example(value = "{type: l2_normalize}", of = "[20]", makes = "[20]")
public record L2Normalize(
    @Doc("The least that is divided by, for features that are all zero.")
        @Default("1e-12")
        @Positive
        double epsilon)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.featuresOrSequence();
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(() -> new Mathematics(epsilon), List.of(), site.weightInit());
  }

  /** Its kernel works on copies, on the heap. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = shape(site).size();
    return Footprint.of(numbers).keeping(2 * numbers);
  }

  @Override
  public long flops(Site site) {
    return 3L * site.input().size();
  }

  private static final class Mathematics implements Operation {
    private final double epsilon;
    private INDArray directions = Nd4j.empty();
    private INDArray norms = Nd4j.empty();

    Mathematics(double epsilon) {
      this.epsilon = epsilon;
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      INDArray rows = Channels.LAST.rows(input);
      norms = Transforms.max(rows.norm2(true, 1), epsilon, false);
      directions = rows.div(norms);
      return Channels.LAST.shaped(directions, input.shape());
    }

    /** {@code dx = (dy - y (y dy)) / |x|}; where epsilon is divided by, {@code dy / epsilon}. */
    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray dy = Channels.LAST.rows(gradient);
      INDArray free = norms.gt(epsilon).castTo(dy.dataType());
      INDArray along = dy.mul(directions).sum(true, 1).muli(free);
      INDArray dx = dy.sub(directions.mul(along)).divi(norms);
      return Channels.LAST.shaped(dx, gradient.shape());
    }
  }
}
