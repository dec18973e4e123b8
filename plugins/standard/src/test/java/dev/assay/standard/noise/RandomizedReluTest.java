package dev.assay.standard.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.architecture.Chance;
import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.execution.Output;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.testkit.GradientCheck;
import dev.assay.testkit.Lab;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Slopes are drawn in training, and then are their mean. */
class RandomizedReluTest {

  private static final int MANY = 100_000;

  private final Lab lab = Lab.open();

  @Test
  void slopesAreEquallyProbableBetweenTheirLimits() {
    RandomizedRelu layer = new RandomizedRelu(0.2, 0.6);
    Chance chance = Chance.of(11, 3, 1);
    double[] slopes =
        LongStream.range(0, MANY).mapToDouble(i -> layer.drawn(-1, chance, i)).toArray();
    assertThat(DoubleStream.of(slopes).allMatch(slope -> slope >= 0.2 && slope < 0.6)).isTrue();
    for (int tenth = 1; tenth < 10; tenth++) {
      double limit = 0.2 + 0.04 * tenth;
      double below = (double) DoubleStream.of(slopes).filter(s -> s < limit).count() / MANY;
      assertThat(below).isCloseTo(tenth / 10.0, within(4 * 0.5 / Math.sqrt(MANY)));
    }
    assertThat(layer.drawn(3, chance, 0)).isEqualTo(1);
    assertThat(layer.settled(3)).isEqualTo(1);
    assertThat(layer.settled(-3)).isCloseTo(0.4, within(1e-15));
  }

  private Plan plan(String precision, String limits) {
    return lab.plan(
        """
        assay: 1
        name: slopes
        dataset: {type: kit_samples, input: [6, 4], target: [12]}
        training: {epochs: 0, precision: %s}
        architecture:
          layers:
            - {type: dense, units: 5}
            - {name: it, type: randomized_relu, %s}
            - {type: dense, units: 2}
            - {type: flatten}
            - {type: loss, loss: mean_squared_error}
        """
            .formatted(precision, limits));
  }

  @Test
  void afterTrainingItsKernelTakesTheMeanSlopeAsDl4jDoes() {
    assumeThat(OneDnn.obstacle()).isEmpty();
    Plan plan = plan("float", "lower: 0.1, upper: 0.7");
    Batch batch = lab.batch(plan, "train", 5);
    try (Session session = lab.session(plan);
        CompiledExecutable compiled = session.compiled(2)) {
      double[] expected = said(session.plain().forward(batch));
      assertThat(said(compiled.forward(batch))).containsExactly(expected, within(1e-5));
    }
  }

  private static double[] said(Map<String, Output> outputs) {
    return outputs.values().iterator().next().values().all();
  }

  /** Limits that are alike leave nothing to chance. */
  @Test
  void gradientsAreThoseOfTheLoss() {
    Plan plan = plan("double", "lower: 0.3, upper: 0.3");
    try (Session session = lab.session(plan)) {
      GradientCheck.check(session.executable(), lab.batch(plan, "train", 3));
    }
  }

  @Test
  void limitsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> plan("float", "lower: 0.7, upper: 0.1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("`lower` is at most `upper`");
  }
}
