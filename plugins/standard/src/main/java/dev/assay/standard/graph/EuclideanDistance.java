package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * How far two inputs lie apart: {@code d = |a - b + epsilon|}, the Euclidean norm over the
 * features, as PyTorch's {@code PairwiseDistance} has it. The epsilon is added to each difference,
 * so that what is alike has a derivative, too.
 */
@Doc("The Euclidean distance of two inputs, for each sample or step.")
@Elsewhere({"l2", "pairwise_distance", "euclidean_distance"})
@Example(
    value = "{type: distance}",
    of = {"[20]", "[20]"},
    makes = "[1]")
public record EuclideanDistance(
    @Doc("What is added to each difference, so that what is alike has a derivative.")
        @Default("1e-6")
        @PositiveOrZero
        double epsilon)
    implements Pairwise {

  @Override
  public double of(double[] a, double[] b) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i] + epsilon;
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }

  /** {@code da = (a - b + epsilon) / d}, and {@code db = -da}; nothing where d is 0. */
  @Override
  public void derive(double[] a, double[] b, double[] da, double[] db) {
    double distance = of(a, b);
    for (int i = 0; i < a.length; i++) {
      da[i] = distance == 0 ? 0 : (a[i] - b[i] + epsilon) / distance;
      db[i] = -da[i];
    }
  }
}
