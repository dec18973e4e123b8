package dev.assay.standard.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.schedule.Schedule;
import dev.assay.standard.optimizers.AdamW.Decayed;
import dev.assay.standard.schedules.Constant;
import dev.assay.standard.schedules.Linear;
import dev.assay.standard.schedules.OneCycle;
import java.io.IOException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A momentum that changes from step to step, with PyTorch's figures: see {@code figures.py}. */
class MomentaTest {

  private static final Schedule RATE = new OneCycle(0.2, 0.3, 25, 10_000, null, null);
  private static final Schedule KEPT = new OneCycle(0.85, 0.3, 1, 1, 0.95, 0.95);

  static Stream<Arguments> rules() {
    Schedule rate = new Constant(0.1);
    Schedule line = new Linear(0.5, 0.9, 0, null);
    return Stream.of(
        Arguments.of("line", new Momentum(rate, line, false), 5),
        Arguments.of("nesterov_line", new Momentum(rate, line, true), 5),
        Arguments.of("sgd_one_cycle", new Momentum(RATE, KEPT, false), 10),
        Arguments.of("adam_one_cycle", new Adam(RATE, KEPT, 0.999, 1e-8), 10),
        Arguments.of("adamw_one_cycle", new AdamW(RATE, KEPT, 0.999, 1e-8, 0.1, Decayed.ALL), 10),
        Arguments.of("adamax_one_cycle", new AdaMax(RATE, KEPT, 0.999, 1e-8), 10),
        Arguments.of("amsgrad_one_cycle", new AmsGrad(RATE, KEPT, 0.999, 1e-8), 10),
        Arguments.of("rmsprop_one_cycle", new RmsProp(RATE, 0.99, KEPT, false, 1e-8), 10));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void stepsAgreeWithPyTorch(String name, Optimizer rule, int steps) throws IOException {
    double[] expected = Figures.numbers(Figures.read("mixed").at("/" + name));
    assertThat(expected).hasSize(3);
    assertThat(Bowl.after(rule, steps)).containsExactly(expected, within(1e-12));
  }

  @Test
  void theMomentumOfOneCycleGoesTheOtherWay() throws IOException {
    double[] expected = Figures.numbers(Figures.read("mixed").at("/momentum_one_cycle"));
    assertThat(expected).hasSize(10);
    double[] actual =
        LongStream.range(0, 10).mapToDouble(step -> KEPT.at(new Moment(step, 10, 1))).toArray();
    assertThat(actual).containsExactly(expected, within(1e-12));
  }

  /** A momentum that is 0 at all times needs no velocity; one that becomes more needs it. */
  @Test
  void aMomentumIsRememberedWhereThereIsOne() {
    Constant rate = new Constant(0.1);
    assertThat(new RmsProp(rate, 0.9, new Constant(0), false, 1e-8).stateVectors()).isEqualTo(1);
    assertThat(new RmsProp(rate, 0.9, new Linear(0, 0.5, 0, null), false, 1e-8).stateVectors())
        .isEqualTo(2);
  }
}
