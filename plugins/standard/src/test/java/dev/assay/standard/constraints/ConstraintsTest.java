package dev.assay.standard.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Constraint;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.shape.ShapeException;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.Lab;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {

  private static double[] kept(Constraint constraint, List<Integer> shape, double... numbers) {
    constraint.apply(numbers, shape);
    return numbers;
  }

  private static void assertKept(
      Constraint constraint, List<Integer> shape, double[] numbers, double... expected) {
    assertThat(kept(constraint, shape, numbers)).containsExactly(expected, within(1e-15));
  }

  /** The columns (3, 4), (0.3, 0.4) and (0, 0) are what goes into three units. */
  @Test
  void eachUnitOfAMatrixHasANorm() {
    double[] columns = {3, 0.3, 0, 4, 0.4, 0};
    List<Integer> shape = List.of(2, 3);
    assertKept(new MaxNorm(1, List.of()), shape, columns.clone(), 0.6, 0.3, 0, 0.8, 0.4, 0);
    assertKept(new UnitNorm(List.of()), shape, columns.clone(), 0.6, 0.6, 0, 0.8, 0.8, 0);
    assertKept(
        new MinMaxNorm(1, 2.5, 1, List.of()), shape, columns.clone(), 1.5, 0.6, 0, 2, 0.8, 0);
    assertKept( // half of the way from 5 to 3, and from 0.5 to 1
        new MinMaxNorm(1, 3, 0.5, List.of()), shape, columns.clone(), 2.4, 0.45, 0, 3.2, 0.6, 0);
  }

  @Test
  void axesCanBeChosen() {
    assertKept(
        new MaxNorm(1, List.of(1)),
        List.of(2, 2),
        new double[] {3, 4, 0.3, 0.4},
        0.6,
        0.8,
        0.3,
        0.4);
    assertKept(
        new UnitNorm(List.of(0, 1)), List.of(2, 2), new double[] {1, 1, 1, 1}, 0.5, 0.5, 0.5, 0.5);
    assertThatThrownBy(() -> new MaxNorm(1, List.of(2)).check(List.of(2, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("[2, 2], which have no axis 2");
  }

  /** Two filters of a window of 1 x 2 over one channel: (3, 4) and (6, 8). */
  @Test
  void eachFilterHasANorm() {
    assertKept(
        new UnitNorm(List.of()),
        List.of(2, 1, 1, 2),
        new double[] {3, 4, 6, 8},
        0.6,
        0.8,
        0.6,
        0.8);
  }

  @Test
  void whatIsBelowZeroBecomesZero() {
    assertThat(kept(new NonNegative(), List.of(3), -1, 0, 2)).containsExactly(0, 0, 2);
  }

  @Test
  void whatKeepsToItKeepsItsBits() {
    double[] numbers = {0.1, 0.7, -0.3};
    assertThat(kept(new MaxNorm(0.8, List.of()), List.of(3), numbers.clone()))
        .containsExactly(numbers);
    assertThat(kept(new MinMaxNorm(0.1, 1, 0.3, List.of()), List.of(3), numbers.clone()))
        .containsExactly(numbers);
  }

  private final Lab lab = Lab.open();

  private static String dense(String keys) {
    return "{name: it, type: dense, units: 2, " + keys + "}";
  }

  private double[] after(String item, String precision, String parameter) {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: constraints
            dataset: {type: inline, batch_size: full, train: [{input: [0, 0], target: [0, 0]}]}
            weights: {it: {weight: [[3, 0.3], [4, 0.4]], bias: [1, -1]}}
            architecture:
              layers:
                - %s
                - {type: loss, loss: mean_squared_error}
            optimizer: {type: sgd, learning_rate: 0.1}
            training: {epochs: 1, precision: %s}
            """
                .formatted(item, precision));
    try (Session session = lab.session(plan)) {
      session.train(new Watcher() {}, () -> false);
      PlannedLayer layer = plan.network().layer("it").orElseThrow();
      Parameter wanted =
          layer.parameters().stream()
              .filter(p -> p.name().equals(parameter))
              .findFirst()
              .orElseThrow();
      return session.parameters().value(layer, wanted).values();
    }
  }

  /**
   * The input is zero, so that only the biases move: by {@code -0.1 2 b / 2}, from 1 to 0.9 and
   * from -1 to -0.9. DL4J keeps the weights with their first axis fastest.
   */
  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void theyAreKeptAfterAStep(String precision) {
    assertThat(after(dense("constraint: {type: max_norm, limit: 1}"), precision, "weight"))
        .containsExactly(new double[] {0.6, 0.3, 0.8, 0.4}, within(1e-6));
    assertThat(after(dense("constraint: unit_norm"), precision, "bias"))
        .containsExactly(new double[] {0.9, -0.9}, within(1e-6));
    assertThat(after(dense("bias_constraint: non_negative"), precision, "bias"))
        .containsExactly(new double[] {0.9, 0}, within(1e-6));
    String frozen = "{frozen: true, layers: [" + dense("constraint: unit_norm") + "]}";
    assertThat(after(frozen, precision, "weight"))
        .containsExactly(new double[] {3, 0.3, 4, 0.4}, within(1e-6));
  }
}
