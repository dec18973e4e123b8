package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Brings the features of each sample, or of each step of a sequence, to mean 0 and variance 1, and
 * scales them by learned gains (<a href="https://arxiv.org/abs/1607.06450">Ba et al. 2016</a>,
 * section 3):
 *
 * <pre>
 * y = gain (x - mean(x)) / sqrt(variance(x) + epsilon) + bias
 * </pre>
 *
 * where mean and variance are those of the features side by side.
 *
 * <p>In and out: {@code [features]} or {@code [steps, features]}. Parameters: {@code gain
 * [features]} and {@code bias [features]} unless they are left out.
 */
@Doc("Brings the features of each sample or step to mean 0 and variance 1, and scales them.")
@Elsewhere({"layer_normalization", "ln"})
@Example(value = "{type: layer_norm}", of = "[10, 32]", makes = "[10, 32]", parameters = 64)
public record LayerNorm(
    @Doc("Whether each feature is multiplied by a learned number.") @Default("true") boolean gain,
    @Doc("Whether a learned number is added to each feature.") @Default("true") boolean bias,
    @Doc("Keeps the division from zero where all features are alike.") @Default("1e-5") @Positive
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

  Affine affine() {
    return new Affine(gain, bias);
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

  @Override
  public long flops(Site site) {
    return 8L * site.input().size();
  }

  private static final class Mathematics implements Operation {
    private final Affine affine;
    private final double epsilon;
    private @Nullable Normalized rows;

    Mathematics(Affine affine, double epsilon) {
      this.affine = affine;
      this.epsilon = epsilon;
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      Normalized normalized = Normalized.of(Channels.LAST.rows(input), 1, epsilon);
      rows = normalized;
      return Channels.LAST.shaped(affine.forward(normalized.values(), parameters), input.shape());
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      Normalized normalized = Objects.requireNonNull(rows);
      INDArray dy = Channels.LAST.rows(gradient);
      INDArray dn = affine.backward(normalized.values(), dy, parameters);
      return Channels.LAST.shaped(normalized.backward(dn), gradient.shape());
    }
  }
}
