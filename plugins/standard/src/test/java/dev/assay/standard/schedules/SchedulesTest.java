package dev.assay.standard.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.config.bind.CrossField;
import dev.assay.engine.review.Outline;
import dev.assay.engine.schedule.History;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.sweep.Objective.Goal;
import dev.assay.standard.optimizers.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulesTest {

  /** The schedule over a training of ten steps, five to an epoch. */
  private static double[] tenSteps(Schedule schedule) {
    return LongStream.range(0, 10)
        .mapToDouble(step -> schedule.at(new Moment(step, 10, 5)))
        .toArray();
  }

  private static void assertSteps(Schedule schedule, double... expected) {
    assertThat(tenSteps(schedule)).containsExactly(expected, within(1e-12));
  }

  @Test
  void aWarmUpRisesAndStays() {
    assertSteps(new Warmup(4, 4), 1, 2, 3, 4, 4, 4, 4, 4, 4, 4);
  }

  @Test
  void aLineFallsAfterItsWarmUp() {
    assertSteps(new Linear(8, 0, 2, null), 4, 8, 8, 7, 6, 5, 4, 3, 2, 1);
  }

  @Test
  void aScheduleMayEndBeforeTheTraining() {
    assertSteps(new Linear(4, 2, 0, 4L), 4, 3.5, 3, 2.5, 2, 2, 2, 2, 2, 2);
  }

  /** Better at first and in the fifth epoch; in the third one nothing was measured. */
  @Test
  void aPlateauIsWaitedFor() {
    double[] losses = {3, 3.5, Double.NaN, 2.95, 2, 2.1, 2, 2, 2};
    History epochs = new History();
    List<Double> rates = new ArrayList<>();
    Plateau schedule = new Plateau(8, "test/loss", 0.5, 2, Goal.MINIMIZE, 0.1, 1.5);
    for (double loss : losses) {
      rates.add(schedule.at(new Moment(0, 9, 1, epochs)));
      epochs.add(Double.isNaN(loss) ? Map.of() : Map.of("test/loss", loss));
    }
    rates.add(schedule.at(new Moment(0, 9, 1, epochs)));
    assertThat(rates).containsExactly(8.0, 8.0, 8.0, 4.0, 4.0, 4.0, 4.0, 2.0, 2.0, 1.5);
  }

  /** Half of the way it is in the middle; a third of the way, a quarter lower than at first. */
  @Test
  void aCosineFallsSlowlyAtFirstAndAtLast() {
    assertSteps(
        new Cosine(3, 1, 4, null),
        0.75,
        1.5,
        2.25,
        3,
        3,
        2 + Math.cos(Math.PI / 6),
        2.5,
        2,
        1.5,
        2 - Math.cos(Math.PI / 6));
  }

  @Test
  void stepsCountEpochs() {
    assertSteps(new Steps(8, 0.5, 1), 8, 8, 8, 8, 8, 4, 4, 4, 4, 4);
  }

  @Test
  void anExponentialFallsInEachStep() {
    double[] values = tenSteps(new Exponential(8, 0.5));
    assertThat(values[0]).isEqualTo(8);
    assertThat(values[5]).isEqualTo(4);
    assertThat(values[6] / values[5]).isCloseTo(Math.pow(0.5, 0.2), within(1e-12));
  }

  static Stream<Arguments> schedulesOfPyTorch() {
    return Stream.of(
        Arguments.of("one_cycle", new OneCycle(2, 0.3, 25, 10_000, null, null)),
        Arguments.of("polynomial", new Polynomial(1, 0, 2, 0, null)),
        Arguments.of("cycle", new Cycle(0.1, 1, 2, 1)));
  }

  @ParameterizedTest
  @MethodSource("schedulesOfPyTorch")
  void tenStepsAgreeWithPyTorch(String name, Schedule schedule) throws IOException {
    double[] expected = Figures.numbers(Figures.read().at("/schedules/" + name));
    assertThat(expected).hasSize(10);
    assertSteps(schedule, expected);
  }

  @Test
  void whatFallsInversely() {
    double[] values = tenSteps(new Inverse(8, 3, 0.5));
    assertThat(values[0]).isEqualTo(8);
    assertThat(values[5]).isEqualTo(4); // an epoch: 8 / sqrt(1 + 3)
  }

  @Test
  void aSigmoidHasFallenByHalfInTheMiddle() {
    double[] values = tenSteps(new Sigmoidal(8, 1, 5));
    assertThat(values[5]).isEqualTo(4);
    assertThat(values[0]).isCloseTo(8 / (1 + Math.exp(-5)), within(1e-12));
    assertThat(values[9]).isCloseTo(8 / (1 + Math.exp(4)), within(1e-12));
  }

  @Test
  void aCycleMayBecomeLower() {
    assertSteps(new Cycle(1, 5, 2, 0.5), 1, 3, 5, 3, 1, 2, 3, 2, 1, 1.5);
  }

  @Test
  void piecesBeginAtTheirEpochs() {
    assertSteps(
        new Piecewise(List.of(3.0, 2.0, 1.0), List.of(0.4, 1.0)), 3, 3, 2, 2, 2, 1, 1, 1, 1, 1);
    assertThat(new Piecewise(List.of(3.0), List.of(1.0)).clashes())
        .extracting(CrossField.Clash::sentence)
        .containsExactly("`at` has one number less than `values`, and 1 is not one less than 1");
    assertThat(new Piecewise(List.of(3.0, 2.0, 1.0), List.of(2.0, 1.0)).clashes())
        .extracting(CrossField.Clash::sentence)
        .containsExactly("`at` goes up");
  }

  @Test
  void aWarmUpLongerThanTheTrainingIsDoubted() {
    Outline brief = new Outline(2, 50, 100);
    assertThat(new Cosine(1, 0, 99, null).doubts(brief)).isEmpty();
    assertThat(new Cosine(1, 0, 100, null).doubts(brief))
        .containsExactly("it rises for 100 steps, and the training has 100");
  }
}
