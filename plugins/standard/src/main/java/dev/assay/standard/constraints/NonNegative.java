package dev.assay.standard.constraints;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Constraint;
import java.util.List;

/** Numbers of at least zero: what is below becomes zero. */
@Doc("Numbers of at least zero: what is below becomes zero.")
public record NonNegative() implements Constraint {

  @Override
  public void apply(double[] numbers, List<Integer> shape) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.max(0, numbers[i]);
    }
  }
}
