package dev.assay.engine.optimizer;

import dev.assay.engine.architecture.Constraint;
import dev.assay.engine.execution.ParameterPlace;
import dev.assay.engine.execution.ParameterVector;
import java.util.Arrays;

/** A parameter that must keep to something. */
public final class Constrained {

  private final Constraint constraint;
  private final ParameterPlace place;

  /** Where its numbers lie, from the first place of all of them on. */
  private final int[] indices;

  private final int first;
  private final int length;

  /** A parameter in its place. */
  public Constrained(Constraint constraint, ParameterPlace place) {
    this.constraint = constraint;
    this.place = place;
    this.first = place.from();
    this.indices = Arrays.stream(place.indices()).map(index -> index - first).toArray();
    this.length = Arrays.stream(indices).max().orElse(-1) + 1;
  }

  /** Makes it keep to it; numbers that do already keep their bits. */
  void apply(ParameterVector parameters) {
    double[] numbers = new double[length];
    parameters.read(first, numbers, length);
    double[] own = new double[indices.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = numbers[indices[i]];
    }
    constraint.apply(own, place.shape());
    write(parameters, own, numbers);
  }

  /** Numbers among its own that are others' may be changed by another thread just now. */
  private void write(ParameterVector parameters, double[] own, double[] numbers) {
    boolean alone = own.length == length;
    for (int i = 0; i < own.length; i++) {
      numbers[indices[i]] = own[i];
      if (!alone) {
        parameters.write(first + indices[i], new double[] {own[i]}, 1);
      }
    }
    if (alone) {
      parameters.write(first, numbers, length);
    }
  }
}
