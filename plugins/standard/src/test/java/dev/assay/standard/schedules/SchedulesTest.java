package dev.assay.standard.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.optimizer.Schedule;
import dev.assay.engine.optimizer.Schedule.Moment;
import dev.assay.engine.review.Outline;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

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

  @Test
  void aWarmUpLongerThanTheTrainingIsDoubted() {
    Outline brief = new Outline(2, 50, 100);
    assertThat(new Cosine(1, 0, 99, null).doubts(brief)).isEmpty();
    assertThat(new Cosine(1, 0, 100, null).doubts(brief))
        .containsExactly("the learning rate rises for 100 steps, and the training has 100");
  }
}
