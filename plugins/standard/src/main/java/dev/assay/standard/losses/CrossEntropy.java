package dev.assay.standard.losses;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.activations.Softmax;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The negative logarithm of the probability that softmax gives the right class: {@code -log
 * softmax(z)_t}, whose derivative by the logits is {@code softmax(z) - onehot(t)}.
 *
 * <p>With weights {@code w} and a smoothing {@code s} of {@code C} classes (<a
 * href="https://arxiv.org/abs/1512.00567">Szegedy et al. 2015</a>, section 7) it is
 *
 * <pre>
 * l = -sum over c of q_c log softmax(z)_c        q_c = (1 - s) w_t [c = t] + s w_c / C
 * </pre>
 *
 * and the loss of a batch is the sum over its rows, divided by the sum of their {@code w_t}; a row
 * of the ignored class has none. That is what PyTorch calls a mean, too.
 *
 * <p>Computed from logits, with the largest taken off first, so that it neither overflows nor loses
 * digits.
 */
@Doc("The negative logarithm of the probability that softmax gives the right class.")
@Elsewhere({
  "nll",
  "categorical_crossentropy",
  "sparse_categorical_crossentropy",
  "softmax_cross_entropy"
})
public record CrossEntropy(
    @Doc("The share of certainty that is spread over all classes, right or wrong.")
        @Default("0")
        @DecimalMin("0")
        @DecimalMax(value = "1", inclusive = false)
        double labelSmoothing,
    @Doc("How much each class counts, in their order; all the same if left out.")
        List<@PositiveOrZero Double> classWeights,
    @Doc("A class whose rows do not count, such as one that only fills sequences up.")
        @PositiveOrZero
        @Nullable Integer ignore)
    implements Loss {

  @Override
  public int width(Shape target) {
    if (!target.isSymbols() || target.rank() > 0) {
      throw new ShapeException(
          "takes a class as target, not " + target.describe(),
          "`mean_squared_error` takes numbers, `binary_cross_entropy` those from 0 to 1;"
              + " `classes` of a dataset that has this key makes classes of whole numbers");
    }
    int classes = target.symbols();
    if (!classWeights.isEmpty() && classWeights.size() != classes) {
      throw new ShapeException(
          "has %d class weights, and the target is one of %d classes"
              .formatted(classWeights.size(), classes));
    }
    if (ignore != null && ignore >= classes) {
      throw new ShapeException(
          "ignores class %d, and there are classes 0 to %d".formatted(ignore, classes - 1));
    }
    return classes;
  }

  @Override
  public Activation activation() {
    return new Softmax();
  }

  /** Whether all rows and classes are alike. */
  boolean plain() {
    return labelSmoothing == 0 && classWeights.isEmpty() && ignore == null;
  }

  @Override
  public double weight(double[] target) {
    int right = (int) target[0];
    return ignore != null && ignore == right ? 0 : weight(right);
  }

  private double weight(int label) {
    return classWeights.isEmpty() ? 1 : classWeights.get(label);
  }

  /** What is wanted of each class where one is right: the letter q. */
  double[] wanted(int right, int classes) {
    double[] wanted = new double[classes];
    if (ignore != null && ignore == right) {
      return wanted;
    }
    for (int i = 0; i < classes; i++) {
      wanted[i] = labelSmoothing * weight(i) / classes;
    }
    wanted[right] += (1 - labelSmoothing) * weight(right);
    return wanted;
  }

  @Override
  public double row(double[] logits, double[] target, double[] gradient) {
    double largest = DoubleStream.of(logits).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      gradient[i] = Math.exp(logits[i] - largest);
      sum += gradient[i];
    }
    double[] wanted = wanted((int) target[0], logits.length);
    double all = DoubleStream.of(wanted).sum();
    double loss = 0;
    for (int i = 0; i < logits.length; i++) {
      gradient[i] = all * gradient[i] / sum - wanted[i];
      loss += wanted[i] == 0 ? 0 : wanted[i] * (Math.log(sum) - (logits[i] - largest));
    }
    return loss;
  }
}
