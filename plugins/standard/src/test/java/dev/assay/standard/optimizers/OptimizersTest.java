package dev.assay.standard.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.optimizer.Optimizer.Step;
import dev.assay.engine.optimizer.Optimizer.Stretch;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.engine.optimizer.Updater;
import dev.assay.engine.schedule.Moment;
import dev.assay.standard.optimizers.AdamW.Decayed;
import dev.assay.standard.optimizers.Slope.Numbers;
import dev.assay.standard.schedules.Constant;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Steps down a {@link Bowl}, three where nothing else is said, with the figures that PyTorch 2.15
 * gives in 64 bits.
 */
class OptimizersTest {

  private static AdamW adamW(Decayed decayed) {
    return new AdamW(new Constant(0.1), new Constant(0.9), 0.99, 1e-8, 0.1, decayed);
  }

  static Stream<Arguments> rules() {
    Constant rate = new Constant(0.1);
    Constant kept = new Constant(0.9);
    return Stream.of(
        Arguments.of("amsgrad", new AmsGrad(rate, kept, 0.99, 1e-8)),
        Arguments.of("adamax", new AdaMax(rate, kept, 0.99, 1e-8)),
        Arguments.of("nadam", new NAdam(rate, 0.9, 0.99, 1e-8, 0.004)),
        Arguments.of("adabelief", new AdaBelief(rate, kept, 0.99, 1e-8)),
        Arguments.of("adadelta", new AdaDelta(new Constant(1), 0.9, 1e-6)),
        Arguments.of("rmsprop", new RmsProp(rate, 0.9, new Constant(0), false, 1e-8)),
        Arguments.of("rmsprop_momentum", new RmsProp(rate, 0.9, new Constant(0.5), false, 1e-8)),
        Arguments.of("rmsprop_centered", new RmsProp(rate, 0.9, new Constant(0.5), true, 1e-8)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void fiveStepsAgreeWithPyTorch(String name, Optimizer rule) throws IOException {
    double[] expected = Figures.numbers(Figures.read().at("/rules/" + name));
    assertThat(expected).hasSize(3);
    assertThat(Bowl.after(rule, 5)).containsExactly(expected, within(1e-12));
  }

  @Test
  void nAdamHasNoMomentumProductLeftAfterManySteps() {
    double[] p = {1};
    double[][] state = new double[2][1];
    new NAdam(new Constant(1), 0.9, 0.9, 0, 0)
        .update(new Stretch(p, new double[] {1}, state, 0, 1), new Step(10_000, 1, 0));
    // m = 0.1, v = 0.1, mu = 0.45: n = 0.55 + 0.45 0.1
    assertThat(p[0]).isCloseTo(1 - (0.55 + 0.045) / Math.sqrt(0.1), within(1e-12));
  }

  @Test
  void adamWShrinksWeightsAndLeavesBiasesAlone() {
    assertThat(Bowl.after(adamW(Decayed.WEIGHTS), 3))
        .containsExactly(
            new double[] {0.7770786521817499, -0.6783698467330961, 0.5476644153060519},
            within(1e-12));
  }

  @Test
  void adamWShrinksEverythingWhenAsked() {
    assertThat(Bowl.after(adamW(Decayed.ALL), 3))
        .containsExactly(
            new double[] {0.7770786521817499, -0.6783698467330961, 0.5373612327972178},
            within(1e-12));
  }

  @Test
  void adamWFindsItsWeightsInAnyStretch() {
    int many = 10_000;
    double[] p = new double[many + 2];
    Arrays.fill(p, 1);
    Slope slope =
        new Slope(
            new Numbers(Precision.DOUBLE, p), new Numbers(Precision.DOUBLE, new double[p.length]));
    Layout layout =
        new Layout(
            List.of(
                new Region(0, 1, Role.BIAS),
                new Region(1, many, Role.WEIGHT),
                new Region(many + 1, 1, Role.BIAS)));
    new Updater(new OptimizerSection(adamW(Decayed.WEIGHTS)), layout, slope.parameters())
        .step(slope, new Moment(0, 1, 1));
    assertThat(new double[] {p[0], p[1], p[5000], p[many], p[many + 1]})
        .containsExactly(1, 0.99, 0.99, 0.99, 1);
  }

  @Test
  void adaGradAgrees() {
    assertThat(Bowl.after(new AdaGrad(new Constant(0.1), 0), 3))
        .containsExactly(
            new double[] {0.7091008232197474, -0.7908991767802526, 0.4662402161982875},
            within(1e-12));
  }

  @Test
  void adaGradAddsEpsilonUnderTheRoot() {
    double[] p = {0};
    new AdaGrad(new Constant(1), 7)
        .update(new Stretch(p, new double[] {3}, new double[1][1], 0, 1), new Step(1, 1, 0));
    assertThat(p).containsExactly(-0.75); // 3 / sqrt(9 + 7)
  }
}
