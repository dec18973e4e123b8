package dev.assay.standard.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Loss;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import org.junit.jupiter.api.Test;

/** Losses of single rows that a reader can follow with a pencil. */
class LossesByHandTest {

  private static double[] numbers(double... numbers) {
    return numbers;
  }

  private static void loses(
      Loss loss, double[] logits, double[] target, double expected, double... derivative) {
    double[] gradient = new double[logits.length];
    assertThat(loss.row(logits, target, gradient)).isCloseTo(expected, within(1e-12));
    assertThat(gradient).containsExactly(derivative, within(1e-12));
  }

  /** The right class leads the others by 0.5 and 3. */
  @Test
  void hingesOfAClass() {
    double[] logits = {2, 1.5, -1};
    loses(new Hinge(1), logits, numbers(0), 0.5 / 3, -1 / 3.0, 1 / 3.0, 0);
    loses(new SquaredHinge(1), logits, numbers(0), 0.25 / 3, -1 / 3.0, 1 / 3.0, 0);
  }

  /** Lacking 0.5 of a yes, nothing of a no, and 3 of a yes; a no is -1, or 0. */
  @Test
  void hingesOfYesAndNo() {
    double[] logits = {0.5, -4, -2};
    for (double no : new double[] {-1, 0}) {
      double[] target = {1, no, 1};
      loses(new Hinge(1), logits, target, 3.5 / 3, -1 / 3.0, 0, -1 / 3.0);
      loses(new SquaredHinge(1), logits, target, 9.25 / 3, -1 / 3.0, 0, -2);
    }
  }

  /** (3, 4) and (4, 3) have the cosine 24 / 25; how long they are does not matter. */
  @Test
  void cosineDistance() {
    loses(new CosineDistance(), numbers(3, 4), numbers(8, 6), 0.04, -0.0448, 0.0336);
    loses(new CosineDistance(), numbers(1, 0), numbers(-3, 0), 2, 0, 0);
    loses(new CosineDistance(), numbers(0, 0), numbers(1, 2), 1, 0, 0);
    loses(new CosineDistance(), numbers(1, 2), numbers(0, 0), 1, 0, 0);
  }

  @Test
  void poisson() {
    loses(
        new Poisson(true),
        numbers(0, Math.log(3)),
        numbers(2, 3),
        (4 - 3 * Math.log(3)) / 2,
        -0.5,
        0);
    loses(new Poisson(false), numbers(1 - 1e-8, 2 - 1e-8), numbers(5, 0), 1.5 - 1e-8, -2, 0.5);
  }

  /** 50 % of 2, and 300 % of -1; a target of 0 is taken for a tenth. */
  @Test
  void percentages() {
    Loss loss = new MeanAbsolutePercentageError(0.1);
    loses(loss, numbers(3, 2), numbers(2, -1), 175, 25, 50);
    loses(loss, numbers(-0.2), numbers(0), 200, -1000);
  }

  /** log 8 less log 2 is twice log 2. */
  @Test
  void logarithms() {
    Loss loss = new MeanSquaredLogarithmicError();
    double log2 = Math.log(2);
    loses(loss, numbers(7), numbers(1), 4 * log2 * log2, log2 / 2);
    loses(loss, numbers(-7, 0), numbers(1, -5), log2 * log2 / 2, 0, 0);
  }

  @Test
  void wasserstein() {
    loses(new Wasserstein(), numbers(3, 5), numbers(1, -1), -1, 0.5, -0.5);
  }

  /** One pair in order by log 2, which counts half, and one out of order by log 3. */
  @Test
  void ranksOfLabels() {
    double[] logits = {Math.log(2), 0, Math.log(6)};
    loses(new MultiLabelRanking(), logits, numbers(1, 0, 0), (0.5 + 3) / 2, -1.75, 0.25, 1.5);
    loses(new MultiLabelRanking(), logits, numbers(1, 1, 1), 0, 0, 0, 0);
    loses(new MultiLabelRanking(), logits, numbers(0, 0, 0), 0, 0, 0, 0);
  }

  /** Logits whose exponentials no number can hold. */
  @Test
  void ranksOfLabelsFarApart() {
    loses(new MultiLabelRanking(), numbers(1000, -1000), numbers(1, 0), 0, 0, 0);
    loses(new MultiLabelRanking(), numbers(1000, 1000), numbers(1, 0), 1, -1, 1);
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThatThrownBy(() -> new CosineDistance().width(Shape.of(1)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("directions of two numbers or more");
    assertThatThrownBy(() -> new MultiLabelRanking().width(Shape.ofSymbols(4)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("ranks two labels or more");
    assertThatThrownBy(() -> new Poisson(true).width(Shape.ofSymbols(4)))
        .isInstanceOf(ShapeException.class);
  }
}
