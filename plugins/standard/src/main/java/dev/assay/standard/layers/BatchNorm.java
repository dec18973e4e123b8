package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings each feature, or each channel of an image, to mean 0 and variance 1 over the batch, and
 * scales it by a learned gain (<a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy
 * 2015</a>, algorithm 1):
 *
 * <pre>
 * y = gain (x - mean(x)) / sqrt(variance(x) + epsilon) + bias
 * </pre>
 *
 * While training, mean and variance are those of the batch, over samples and steps or pixels. They
 * also move the running ones, {@code r = (1 - momentum) r + momentum s}, where the variance {@code
 * s} has one less in its denominator, as in PyTorch. Afterwards the running ones are used, so that
 * samples do not depend on each other. Where the layer is frozen they are used, and stay, while
 * others are trained, too: it is then the same function for all samples.
 *
 * <p>In and out: {@code [features]}, {@code [steps, features]} or {@code [channels, height,
 * width]}. Parameters, one number for each feature or channel: {@code gain} and {@code bias} unless
 * they are left out, and the statistics {@code running_mean} and {@code running_variance}, which no
 * optimizer changes.
 */
@Doc("Brings each feature or channel to mean 0 and variance 1 over the batch, and scales it.")
@Elsewhere({"batch_normalization", "bn"})
@Example(value = "{type: batch_norm}", of = "[20]", makes = "[20]", parameters = 80)
@Example(value = "{type: batch_norm}", of = "[6, 28, 28]", makes = "[6, 28, 28]", parameters = 24)
public record BatchNorm(
    @Doc("Whether each feature or channel is multiplied by a learned number.") @Default("true")
        boolean gain,
    @Doc("Whether a learned number is added to each feature or channel.") @Default("true")
        boolean bias,
    @Doc("The share of a new batch in the running mean and variance.")
        @Default("0.1")
        @DecimalMin("0")
        @DecimalMax("1")
        double momentum,
    @Doc("Keeps the division from zero where all numbers are alike.") @Default("1e-5") @Positive
        double epsilon)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    Shape input = site.input();
    if (input.isSymbols() || input.rank() < 1 || input.rank() > 3) {
      throw new ShapeException("takes features, a sequence or an image, not " + input.describe());
    }
    return input;
  }

  @Override
  public List<Parameter> parameters(Site site) {
    Shape input = site.input();
    int channels = input.rank() == 3 ? input.dim(0) : input.dim(-1);
    List<Parameter> parameters = new ArrayList<>(affine().parameters(channels));
    parameters.add(Parameter.statistic("running_mean", BatchNormOperation.MEAN, 0, channels));
    parameters.add(
        Parameter.statistic("running_variance", BatchNormOperation.VARIANCE, 1, channels));
    return List.copyOf(parameters);
  }

  Affine affine() {
    return new Affine(gain, bias);
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  /** Its statistics would be those of padding, too. */
  @Override
  public Padding padding(Site site) {
    return Padding.MIXED;
  }

  /**
   * Not DL4J's BatchNormalization: it hands the change of its running values to the optimizer as if
   * it were a gradient.
   */
  @Override
  public Vertex vertex(Site site) {
    Channels channels = site.input().rank() == 3 ? Channels.FIRST : Channels.LAST;
    return new Vertex.Own(
        () -> new BatchNormOperation(this, channels, site.frozen()),
        parameters(site),
        site.weightInit());
  }

  /** What the rows of all threads add to a gradient is made in memory of its own. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = shape(site).size();
    return new Footprint(numbers, 0, numbers, Images.AS_GIVEN);
  }

  @Override
  public long flops(Site site) {
    return 8L * site.input().size();
  }
}
