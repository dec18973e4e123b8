package dev.assay.standard.initializers;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Initializer;
import jakarta.validation.constraints.Positive;
import org.deeplearning4j.nn.conf.distribution.Distribution;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.distribution.TruncatedNormalDistribution;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Variance {@code scale / fan}. Glorot's is a scale of 1 over the mean of both fans, He's 2 over
 * the inputs, LeCun's 1 over the inputs; PyTorch's linear layers start uniformly with 1/3 over the
 * inputs.
 */
@Doc("A variance of `scale` over the number of inputs, of outputs, or the mean of both.")
@Elsewhere({"var_scaling", "sigmoid_uniform"})
public record VarianceScaling(
    @Doc("What the variance is a multiple of.") @Default("1") @Positive double scale,
    @Doc("What it is divided by.") @Default("inputs") Fan fan,
    @Doc("Which numbers are drawn.") @Default("truncated_normal") Form form)
    implements Initializer {

  /** The deviation of a standard normal number that lies within two deviations. */
  private static final double TRUNCATED = 0.8796256610342398;

  /** What the variance is divided by. */
  public enum Fan {
    INPUTS,
    OUTPUTS,
    MEAN
  }

  /** Which numbers are drawn. */
  public enum Form {
    NORMAL,
    @Doc("Normal within two deviations, of which the wider one is taken that has the variance.")
    TRUNCATED_NORMAL,
    UNIFORM
  }

  @Override
  public IWeightInit function() {
    return new Scaled(this);
  }

  private Distribution distribution(double fanIn, double fanOut) {
    double by =
        switch (fan) {
          case INPUTS -> fanIn;
          case OUTPUTS -> fanOut;
          case MEAN -> (fanIn + fanOut) / 2;
        };
    double deviation = Math.sqrt(scale / Math.max(1, by));
    return switch (form) {
      case NORMAL -> new NormalDistribution(0, deviation);
      case TRUNCATED_NORMAL -> new TruncatedNormalDistribution(0, deviation / TRUNCATED);
      case UNIFORM -> {
        double bound = Math.sqrt(3) * deviation;
        yield new UniformDistribution(-bound, bound);
      }
    };
  }

  private record Scaled(VarianceScaling of) implements IWeightInit {

    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray view) {
      return new WeightInitDistribution(of.distribution(fanIn, fanOut))
          .init(fanIn, fanOut, shape, order, view);
    }
  }
}
