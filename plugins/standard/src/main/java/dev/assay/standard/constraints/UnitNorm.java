package dev.assay.standard.constraints;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Constraint;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;

/** Norms of 1: only the direction is learned. */
@Doc("Norms of 1: only the direction is learned.")
public record UnitNorm(@Doc(Norms.DOC) List<@PositiveOrZero Integer> axis) implements Constraint {

  @Override
  public void check(List<Integer> shape) {
    new Norms(axis).check(shape);
  }

  @Override
  public void apply(double[] numbers, List<Integer> shape) {
    new Norms(axis).change(numbers, shape, norm -> 1);
  }
}
