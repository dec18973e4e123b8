package dev.assay.standard.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.optimizer.Optimizer.Step;
import dev.assay.engine.optimizer.Optimizer.Stretch;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.standard.optimizers.AdamW.Decayed;
import dev.assay.standard.schedules.Constant;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three steps from weights (0.5, -1) and a bias 0.25 on {@code (w1 + 2 w2)^2 / 2 + (b - 1)^2}, with
 * the figures that PyTorch 2.15 gives in 64 bits.
 */
class OptimizersTest {

  private static final Layout LAYOUT =
      new Layout(List.of(new Region(0, 2, Role.WEIGHT), new Region(2, 1, Role.BIAS)));

  private static double[] after(Optimizer rule) {
    return after(rule, 3, 0.1);
  }

  private static Optimizer over(Optimizer rule) {
    return new OptimizerSection(rule, null, List.of()).over(LAYOUT).optimizer();
  }

  private static double[] after(Optimizer rule, int steps, double rate) {
    Optimizer optimizer = over(rule);
    double[] p = {0.5, -1, 0.25};
    double[][] state = new double[optimizer.stateVectors()][p.length];
    for (int step = 1; step <= steps; step++) {
      double sum = p[0] + 2 * p[1];
      double[] gradient = {sum, 2 * sum, 2 * (p[2] - 1)};
      optimizer.update(new Stretch(p, gradient, state, 0, p.length), new Step(step, rate));
    }
    return p;
  }

  private static AdamW adamW(Decayed decayed) {
    return new AdamW(new Constant(0.1), 0.9, 0.99, 1e-8, 0.1, decayed);
  }

  static Stream<Arguments> rules() {
    Constant rate = new Constant(0.1);
    return Stream.of(
        Arguments.of("amsgrad", new AmsGrad(rate, 0.9, 0.99, 1e-8), 0.1),
        Arguments.of("adamax", new AdaMax(rate, 0.9, 0.99, 1e-8), 0.1),
        Arguments.of("nadam", new NAdam(rate, 0.9, 0.99, 1e-8, 0.004), 0.1),
        Arguments.of("adabelief", new AdaBelief(rate, 0.9, 0.99, 1e-8), 0.1),
        Arguments.of("adadelta", new AdaDelta(new Constant(1), 0.9, 1e-6), 1),
        Arguments.of("rmsprop", new RmsProp(rate, 0.9, 0, false, 1e-8), 0.1),
        Arguments.of("rmsprop_momentum", new RmsProp(rate, 0.9, 0.5, false, 1e-8), 0.1),
        Arguments.of("rmsprop_centered", new RmsProp(rate, 0.9, 0.5, true, 1e-8), 0.1));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void fiveStepsAgreeWithPyTorch(String name, Optimizer rule, double rate) throws IOException {
    double[] expected = Figures.numbers(Figures.read().at("/rules/" + name));
    assertThat(expected).hasSize(3);
    assertThat(after(rule, 5, rate)).containsExactly(expected, within(1e-12));
  }

  @Test
  void nAdamHasNoMomentumProductLeftAfterManySteps() {
    double[] p = {1};
    double[][] state = new double[2][1];
    new NAdam(new Constant(1), 0.9, 0.9, 0, 0)
        .update(new Stretch(p, new double[] {1}, state, 0, 1), new Step(10_000, 1));
    // m = 0.1, v = 0.1, mu = 0.45: n = 0.55 + 0.45 0.1
    assertThat(p[0]).isCloseTo(1 - (0.55 + 0.045) / Math.sqrt(0.1), within(1e-12));
  }

  @Test
  void adamWShrinksWeightsAndLeavesBiasesAlone() {
    assertThat(after(adamW(Decayed.WEIGHTS)))
        .containsExactly(
            new double[] {0.7770786521817499, -0.6783698467330961, 0.5476644153060519},
            within(1e-12));
  }

  @Test
  void adamWShrinksEverythingWhenAsked() {
    assertThat(after(adamW(Decayed.ALL)))
        .containsExactly(
            new double[] {0.7770786521817499, -0.6783698467330961, 0.5373612327972178},
            within(1e-12));
  }

  @Test
  void adamWFindsItsWeightsInAnyStretch() {
    double[] whole = {1, 1, 1};
    double[] second = {1, 1};
    double[] none = new double[3];
    Optimizer optimizer = over(adamW(Decayed.WEIGHTS));
    optimizer.update(new Stretch(whole, none, new double[2][3], 0, 3), new Step(1, 0.1));
    optimizer.update(new Stretch(second, none, new double[2][3], 1, 2), new Step(1, 0.1));
    assertThat(whole).containsExactly(0.99, 0.99, 1);
    assertThat(second).containsExactly(0.99, 1);
  }

  @Test
  void adaGradAgrees() {
    assertThat(after(new AdaGrad(new Constant(0.1), 0)))
        .containsExactly(
            new double[] {0.7091008232197474, -0.7908991767802526, 0.4662402161982875},
            within(1e-12));
  }

  @Test
  void adaGradAddsEpsilonUnderTheRoot() {
    double[] p = {0};
    new AdaGrad(new Constant(1), 7)
        .update(new Stretch(p, new double[] {3}, new double[1][1], 0, 1), new Step(1, 1));
    assertThat(p).containsExactly(-0.75); // 3 / sqrt(9 + 7)
  }
}
