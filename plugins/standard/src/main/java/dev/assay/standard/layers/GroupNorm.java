package dev.assay.standard.layers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Brings the channels of each sample, group by group, to mean 0 and variance 1, and scales each
 * channel by a learned gain (<a href="https://arxiv.org/abs/1803.08494">Wu and He 2018</a>, section
 * 3.1):
 *
 * <pre>
 * y = gain (x - mean(x)) / sqrt(variance(x) + epsilon) + bias
 * </pre>
 *
 * where mean and variance are those of a group's channels and all their pixels.
 *
 * <p>In and out: {@code [features]}, {@code [channels, height, width]} or {@code [channels, depth,
 * height, width]}. Parameters: {@code gain [channels]} and {@code bias [channels]} unless they are
 * left out.
 */
@Doc("Brings the channels of each sample, group by group, to mean 0 and variance 1.")
@Example(
    value = "{type: group_norm, groups: 4}",
    of = "[16, 28, 28]",
    makes = "[16, 28, 28]",
    parameters = 32)
public record GroupNorm(
    @Doc("Into how many groups channels are divided.") @Positive int groups,
    @Doc("Whether each channel is multiplied by a learned number.") @Default("true") boolean gain,
    @Doc("Whether a learned number is added to each channel.") @Default("true") boolean bias,
    @Doc("Keeps the division from zero where all numbers are alike.") @Default("1e-5") @Positive
        double epsilon)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    Shape input = site.input();
    if (input.isSymbols() || input.rank() == 2 || input.rank() == 0) {
      throw new ShapeException("takes features, an image or a volume, not " + input.describe());
    }
    if (input.dim(0) % groups != 0) {
      throw new ShapeException(
          "divides %d channels into %d groups, which does not come out even"
              .formatted(input.dim(0), groups));
    }
    return input;
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return new Affine(gain, bias).parameters(site.input().dim(0));
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(() -> new Mathematics(this), parameters(site), site.weightInit());
  }

  /** Its kernel works on copies, on the heap: of its numbers, and of these normalised. */
  @Override
  public Footprint footprint(Site site) {
    long numbers = shape(site).size();
    return Footprint.of(numbers).keeping(2 * numbers);
  }

  @Override
  public long flops(Site site) {
    return 8L * site.input().size();
  }

  private static final class Mathematics implements Operation {
    private final GroupNorm layer;
    private @Nullable Normalized rows;

    Mathematics(GroupNorm layer) {
      this.layer = layer;
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      Normalized normalized =
          Normalized.of(input.reshape('c', input.size(0) * layer.groups(), -1), 1, layer.epsilon());
      rows = normalized;
      INDArray n = byChannel(normalized.values(), input);
      INDArray scaled = layer.gain() ? n.mul(each(parameters.value(Affine.GAIN))) : n.dup();
      INDArray y = layer.bias() ? scaled.addi(each(parameters.value(Affine.BIAS))) : scaled;
      return y.reshape('c', input.shape());
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      Normalized normalized = Objects.requireNonNull(rows);
      INDArray dy = byChannel(gradient, gradient);
      INDArray n = byChannel(normalized.values(), gradient);
      if (layer.bias()) {
        parameters.gradient(Affine.BIAS).assign(dy.sum(0, 2));
      }
      INDArray dn = dy;
      if (layer.gain()) {
        parameters.gradient(Affine.GAIN).assign(dy.mul(n).sum(0, 2));
        dn = dy.mul(each(parameters.value(Affine.GAIN)));
      }
      INDArray dx = normalized.backward(dn.reshape('c', normalized.values().shape()));
      return dx.reshape('c', gradient.shape());
    }

    /** {@code [batch, channels, pixels]}. */
    private static INDArray byChannel(INDArray numbers, INDArray batch) {
      return numbers.reshape('c', batch.size(0), batch.size(1), -1);
    }

    private static INDArray each(INDArray parameter) {
      return parameter.reshape('c', 1, parameter.length(), 1);
    }
  }
}
