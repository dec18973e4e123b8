package dev.assay.standard.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.engine.optimizer.Updater;
import dev.assay.engine.schedule.Moment;
import dev.assay.standard.schedules.Constant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In single precision, every optimizer goes where it goes in double precision. */
class PrecisionTest {

  private static final int STEPS = 300;
  private static final int LENGTH = 5000; // more than one stretch

  static Stream<Optimizer> optimizers() {
    Constant rate = new Constant(0.01);
    Constant kept = new Constant(0.9);
    return Stream.of(
        new Sgd(rate),
        new Momentum(rate, kept, false),
        new Momentum(rate, kept, true),
        new AdaGrad(rate, 1e-8),
        new Adam(rate, kept, 0.999, 1e-8),
        new AdamW(rate, kept, 0.99, 1e-8, 0.1, AdamW.Decayed.ALL),
        new AmsGrad(rate, kept, 0.999, 1e-8),
        new AdaMax(rate, kept, 0.999, 1e-8),
        new NAdam(rate, 0.9, 0.999, 1e-8, 0.004),
        new AdaBelief(rate, kept, 0.999, 1e-14),
        new AdaDelta(new Constant(1), 0.9, 1e-6),
        new RmsProp(rate, 0.99, new Constant(0), false, 1e-8),
        new RmsProp(rate, 0.99, kept, false, 1e-8),
        new RmsProp(rate, 0.99, kept, true, 1e-8));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void bothPrecisionsAgree(Optimizer optimizer) {
    double[] expected = trained(optimizer, Precision.DOUBLE);
    double[] actual = trained(optimizer, Precision.FLOAT);
    double largest = 0;
    for (double number : expected) {
      largest = Math.max(largest, Math.abs(number));
    }
    assertThat(largest).isGreaterThan(0.01);
    for (int i = 0; i < LENGTH; i++) {
      assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(2e-6 * largest);
    }
  }

  private static double[] trained(Optimizer optimizer, Precision precision) {
    Slope slope = Slope.of(precision, new double[LENGTH]);
    Layout layout = new Layout(List.of(new Region(0, LENGTH, Role.WEIGHT)));
    Updater updater = new Updater(new OptimizerSection(optimizer), layout, slope.parameters());
    SplittableRandom random = new SplittableRandom(3);
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < LENGTH; i++) {
        // As large as a gradient is, as small as it gets, and gone.
        double size = i % 3 == 0 ? 1 : i % 3 == 1 ? 1e-6 : step < 5 ? 1 : 0;
        slope.gradient().numbers()[i] = (float) (size * (random.nextDouble() - 0.4));
      }
      updater.step(slope, new Moment(step, STEPS, STEPS));
    }
    return slope.parameters().toArray();
  }
}
