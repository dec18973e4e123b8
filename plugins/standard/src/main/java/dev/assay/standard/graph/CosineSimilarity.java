package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.standard.loops.InnerProduct;
import jakarta.validation.constraints.Positive;

/**
 * How far two inputs point the same way: {@code c = a b / (max(|a|, epsilon) max(|b|, epsilon))},
 * from -1 to 1, as PyTorch's {@code CosineSimilarity} has it.
 */
@Doc("The cosine of the angle between two inputs, for each sample or step: from -1 to 1.")
@Elsewhere("cosine")
@Example(
    value = "{type: cosine_similarity}",
    of = {"[20]", "[20]"},
    makes = "[1]")
public record CosineSimilarity(
    @Doc("The least that is divided by, for features that are all zero.") @Default("1e-8") @Positive
        double epsilon)
    implements Pairwise {

  @Override
  public double of(double[] a, double[] b) {
    return InnerProduct.of(a, b) / (norm(a) * norm(b));
  }

  private double norm(double[] features) {
    return Math.max(epsilon, Math.sqrt(InnerProduct.of(features, features)));
  }

  @Override
  public void derive(double[] a, double[] b, double[] da, double[] db) {
    double cosine = of(a, b);
    derive(a, b, cosine, da);
    derive(b, a, cosine, db);
  }

  /** {@code da = (b / |b| - c a / |a|) / |a|}; a norm that epsilon stands for does not change. */
  private void derive(double[] a, double[] b, double cosine, double[] da) {
    double own = norm(a);
    double other = norm(b);
    double turned = own > epsilon ? cosine : 0;
    for (int i = 0; i < a.length; i++) {
      da[i] = (b[i] / other - turned * a[i] / own) / own;
    }
  }
}
