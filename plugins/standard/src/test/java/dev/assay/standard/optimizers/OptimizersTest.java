package dev.assay.standard.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.optimizer.Optimizer.Step;
import dev.assay.engine.optimizer.Optimizer.Stretch;
import dev.assay.standard.optimizers.AdamW.Decayed;
import dev.assay.standard.schedules.Constant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Three steps from weights (0.5, -1) and a bias 0.25 on {@code (w1 + 2 w2)^2 / 2 + (b - 1)^2}, with
 * the figures that PyTorch 2.15 gives in 64 bits.
 */
class OptimizersTest {

  private static final Layout LAYOUT =
      new Layout(List.of(new Region(0, 2, Role.WEIGHT), new Region(2, 1, Role.BIAS)));

  private static double[] after(Optimizer rule) {
    Optimizer optimizer = rule.over(LAYOUT);
    double[] p = {0.5, -1, 0.25};
    double[][] state = new double[optimizer.stateVectors()][p.length];
    for (int step = 1; step <= 3; step++) {
      double sum = p[0] + 2 * p[1];
      double[] gradient = {sum, 2 * sum, 2 * (p[2] - 1)};
      optimizer.update(new Stretch(p, gradient, state, 0, p.length), new Step(step, 0.1));
    }
    return p;
  }

  private static AdamW adamW(Decayed decayed) {
    return new AdamW(new Constant(0.1), 0.9, 0.99, 1e-8, 0.1, decayed);
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
    Optimizer optimizer = adamW(Decayed.WEIGHTS).over(LAYOUT);
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
