package dev.assay.standard.constraints;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;

/** Norms between two limits, or on the way there: {@code rate} says how much of the way is gone. */
@Doc("Norms between two limits: what is longer or shorter is scaled towards them.")
@Consistent
public record MinMaxNorm(
    @Doc("The smallest norm.") @Default("0") @PositiveOrZero double from,
    @Doc("The largest norm.") @Default("1") @Positive double to,
    @Doc("Which share of the way to the limit is gone in a step.")
        @Default("1")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        double rate,
    @Doc(Norms.DOC) List<@PositiveOrZero Integer> axis)
    implements Constraint, CrossField {

  @Override
  public List<Clash> clashes() {
    return from <= to
        ? List.of()
        : List.of(
            new Clash(
                "from", "`from` is at most `to`, and %s is more than %s".formatted(from, to)));
  }

  @Override
  public void check(List<Integer> shape) {
    new Norms(axis).check(shape);
  }

  @Override
  public void apply(double[] numbers, List<Integer> shape) {
    new Norms(axis).change(numbers, shape, this::wanted);
  }

  private double wanted(double norm) {
    double limited = Math.max(from, Math.min(to, norm));
    return limited == norm ? norm : rate * limited + (1 - rate) * norm;
  }
}
