package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Divides the features of each sample, or of each step of a sequence, by their root mean square,
 * and scales them by learned gains (<a href="https://arxiv.org/abs/1910.07467">Zhang and Sennrich
 * 2019</a>, equation 4):
 *
 * <pre>
 * y = gain x / sqrt(mean(x^2) + epsilon)
 * </pre>
 *
 * <p>In and out: {@code [features]} or {@code [steps, features]}. Parameter: {@code gain
 * [features]} unless it is left out.
 */
@Doc("Divides the features of each sample or step by their root mean square, and scales them.")
@Example(value = "{type: rms_norm}", of = "[10, 32]", makes = "[10, 32]", parameters = 32)
public record RmsNorm(
    @Doc("Whether each feature is multiplied by a learned number.") @Default("true") boolean gain,
    @Doc("Keeps the division from zero where all features are zero.") @Default("1e-5") @Positive
        double epsilon)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.featuresOrSequence();
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return affine().parameters(site.input().dim(-1));
  }

  private Affine affine() {
    return new Affine(gain, false);
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(
        () -> new Mathematics(affine(), epsilon), parameters(site), site.weightInit());
  }

  /** Its kernel works on copies, on the heap: of its numbers, and of these normalised. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = shape(site).size();
    return Footprint.of(numbers).keeping(2 * numbers);
  }

  @Override
  public long flops(Site site) {
    return 5L * site.input().size();
  }

  private static final class Mathematics implements Operation {
    private final Affine affine;
    private final double epsilon;
    private INDArray values = Nd4j.empty();
    private INDArray scale = Nd4j.empty();

    Mathematics(Affine affine, double epsilon) {
      this.affine = affine;
      this.epsilon = epsilon;
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      INDArray rows = Channels.LAST.rows(input);
      scale = Normalized.scale(rows.mul(rows).mean(true, 1), epsilon);
      values = rows.mul(scale);
      return Channels.LAST.shaped(affine.forward(values, parameters), input.shape());
    }

    /** {@code dx = scale (dn - n mean(dn n))}: what changes all by one factor changes nothing. */
    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray dy = Channels.LAST.rows(gradient);
      INDArray dn = affine.backward(values, dy, parameters);
      INDArray along = dn.mul(values).mean(true, 1);
      return Channels.LAST.shaped(dn.sub(values.mul(along)).muli(scale), gradient.shape());
    }
  }
}
