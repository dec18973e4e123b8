package dev.assay.engine.architecture;

import dev.assay.config.bind.Kind;
import java.util.List;

/** What a parameter must keep to: where a step has led it away, it is brought back. */
@Kind(value = "constraint", plural = "constraints")
public interface Constraint {

  /**
   * Whether it can be kept by a parameter of this shape.
   *
   * @throws dev.assay.engine.shape.ShapeException if it cannot
   */
  default void check(List<Integer> shape) {}

  /**
   * Changes a parameter in place. What keeps to it already must stay as it is, to the last bit.
   *
   * @param numbers the last axis fastest
   * @param shape as the file and the plan show it
   */
  void apply(double[] numbers, List<Integer> shape);
}
