package dev.assay.standard.constraints;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Constraint;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;

/**
 * Norms of at most a limit (<a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et
 * al. 2014</a>, section 5.1): what is longer is scaled down to it.
 */
@Doc("Norms of at most a limit: what is longer is scaled down to it.")
public record MaxNorm(
    @Doc("The largest norm.") @Default("2") @Positive double limit,
    @Doc(Norms.DOC) List<@PositiveOrZero Integer> axis)
    implements Constraint {

  @Override
  public void check(List<Integer> shape) {
    new Norms(axis).check(shape);
  }

  @Override
  public void apply(double[] numbers, List<Integer> shape) {
    new Norms(axis).change(numbers, shape, norm -> Math.min(norm, limit));
  }
}
