package dev.assay.standard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.losses.MeanSquaredError;
import org.junit.jupiter.api.Test;

/** Each figure against one computed by hand, and in one batch as in several. */
class MetricsTest {

  private static final double[][] PROBABILITIES = {
    {.7, .2, .1},
    {.3, .4, .3},
    {.1, .8, .1},
    {.2, .2, .6},
    {.1, .3, .6},
    {.1, .5, .4},
    {.9, .05, .05}
  };
  private static final double[] CLASSES = {0, 0, 1, 1, 2, 2, 0};

  private record Rows(Values predictions, Values targets) implements Metric.Scored {

    static Rows of(Shape prediction, Shape target, double[][] rows, double[][] wanted) {
      Values predictions = new Values(prediction, rows.length, Precision.DOUBLE);
      Values targets = new Values(target, rows.length, Precision.DOUBLE);
      for (int i = 0; i < rows.length; i++) {
        predictions.setRow(i, rows[i]);
        targets.setRow(i, wanted[i]);
      }
      return new Rows(predictions, targets);
    }

    @Override
    public Values inputs() {
      throw new AssertionError("no metric here looks at inputs");
    }

    @Override
    public Values generated() {
      throw new AssertionError("no metric here lets the network write");
    }
  }

  private static Metric.Comparison compared(int numbers, Shape target) {
    return new Metric.Comparison(Shape.of(1), Shape.of(numbers), target, new MeanSquaredError(1));
  }

  private static void isOfClasses(Metric metric, double expected) {
    measures(metric, PROBABILITIES, CLASSES, expected);
  }

  private static void measures(
      Metric metric, double[][] probabilities, double[] classes, double expected) {
    int width = probabilities[0].length;
    metric.check(compared(width, Shape.ofSymbols(width)));
    Metric.Tally whole = metric.tally();
    Metric.Tally parts = metric.tally();
    double[][] targets = new double[classes.length][];
    for (int i = 0; i < classes.length; i++) {
      targets[i] = new double[] {classes[i]};
      parts.add(
          Rows.of(
              Shape.of(width),
              Shape.ofSymbols(width),
              new double[][] {probabilities[i]},
              new double[][] {targets[i]}));
    }
    whole.add(Rows.of(Shape.of(width), Shape.ofSymbols(width), probabilities, targets));
    assertThat(whole.value()).isCloseTo(expected, within(1e-12));
    assertThat(parts.value()).isCloseTo(expected, within(1e-12));
  }

  private static void isOfNumbers(Metric metric, double expected) {
    metric.check(compared(2, Shape.of(2)));
    Metric.Tally tally = metric.tally();
    tally.add(
        Rows.of(
            Shape.of(2),
            Shape.of(2),
            new double[][] {{2.5, 0}, {2, 8}},
            new double[][] {{3, -.5}, {2, 7}}));
    assertThat(tally.value()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void sharesOfRows() {
    isOfClasses(new Accuracy(), 4 / 7.0);
    isOfClasses(new TopK(1), 4 / 7.0);
    isOfClasses(new TopK(2), 6 / 7.0);
    isOfClasses(new TopK(3), 1);
  }

  @Test
  void figuresOfClassesAndTheirMeans() {
    isOfClasses(
        new dev.assay.standard.metrics.Precision(Averaged.Over.MACRO, null),
        (1 + 1 / 3.0 + .5) / 3);
    isOfClasses(new Recall(Averaged.Over.MACRO, null), (2 / 3.0 + .5 + .5) / 3);
    isOfClasses(new F1(Averaged.Over.MACRO, null), (.8 + .4 + .5) / 3);
    isOfClasses(new F1(Averaged.Over.MICRO, null), 4 / 7.0);
    isOfClasses(new F1(Averaged.Over.MACRO, 0), .8);
    assertThat(new F1(Averaged.Over.MACRO, 0).label("f1")).isEqualTo("f1_class_0");
    assertThat(new F1(Averaged.Over.MICRO, null).label("f1")).isEqualTo("micro_f1");
  }

  @Test
  void aClassThatDoesNotOccurIsNoPartOfAMean() {
    double[][] rows = {{.6, .3, .1, 0}, {.2, .7, .1, 0}, {.2, .5, .3, 0}};
    double[] classes = {0, 1, 2}; // class 3 neither is nor is predicted
    measures(new F1(Averaged.Over.MACRO, null), rows, classes, (1 + 2 / 3.0 + 0) / 3);
    measures(new Recall(Averaged.Over.MACRO, null), rows, classes, 2 / 3.0);
  }

  @Test
  void surpriseOfProbabilities() {
    double product = .7 * .3 * .8 * .2 * .6 * .4 * .9;
    isOfClasses(new Perplexity(), Math.pow(product, -1 / 7.0));
    isOfClasses(new BitsPerSymbol(), -Math.log(product) / Math.log(2) / 7);
  }

  @Test
  void calibrationByTwoBins() {
    isOfClasses(new CalibrationError(2), (.9 + .4) / 7); // .4 and .5, both wrong; the others
  }

  @Test
  void areaUnderTheCurve() {
    double[][] two = {{.9, .1}, {.6, .4}, {.65, .35}, {.2, .8}};
    measures(new RocAuc(), two, new double[] {0, 0, 1, 1}, .75);
    double[][] equal = {{.5, .5}, {.5, .5}};
    measures(new RocAuc(), equal, new double[] {0, 1}, .5);
  }

  @Test
  void distancesOfNumbers() {
    isOfNumbers(new SquaredError(), .375);
    isOfNumbers(new AbsoluteError(), .5);
    isOfNumbers(new R2(), ((1 - .25 / .5) + (1 - 1.25 / 28.125)) / 2);
  }

  /** Such as the border of an image, which has no variance that could be explained. */
  @Test
  void aNumberThatNeverVariesIsNoPartOfAMean() {
    Metric.Tally tally = new R2().tally();
    tally.add(
        Rows.of(
            Shape.of(2),
            Shape.of(2),
            new double[][] {{2.5, 0}, {2, .5}},
            new double[][] {{3, 0}, {2, 0}}));
    assertThat(tally.value()).isCloseTo(1 - .25 / .5, within(1e-12));
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    assertThatThrownBy(() -> new Accuracy().check(compared(2, Shape.of(2))))
        .isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> new R2().check(compared(3, Shape.ofSymbols(3))))
        .isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> new TopK(4).check(compared(3, Shape.ofSymbols(3))))
        .hasMessageContaining("there are 3");
  }

  /** The second sample has one step, and whatever is said of another one does not matter. */
  @Test
  void paddingIsNotMeasured() {
    Field target = new Field("target", Shape.of(2, 1), true);
    Values targets = Values.of(target, 2, Precision.DOUBLE);
    targets.setRow(0, 1, 2);
    targets.setRow(1, 3);
    Values predictions = new Values(Shape.of(2, 1), 2, Precision.DOUBLE);
    predictions.setRow(0, 1.5, 2);
    predictions.setRow(1, 3, 100);
    Metric.Tally squared = new SquaredError().tally();
    squared.add(new Rows(predictions, targets));
    assertThat(squared.value()).isCloseTo(0.25 / 3, within(1e-12));
    Metric.Tally absolute = new AbsoluteError().tally();
    absolute.add(new Rows(predictions, targets));
    assertThat(absolute.value()).isCloseTo(0.5 / 3, within(1e-12));
  }
}
