package dev.assay.standard.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.optimizer.Clip;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.Layout.Pull;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.optimizer.Normalize;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.engine.optimizer.Per;
import dev.assay.engine.optimizer.Updater;
import dev.assay.engine.schedule.Moment;
import dev.assay.standard.schedules.Constant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One step of gradient descent from zero, at a rate of one, shows what is left of the gradient. */
class ClipTest {

  private static double[] left(@Nullable Clip clip, double... gradient) {
    double[] wide = left(Precision.DOUBLE, clip, gradient);
    double[] narrow = left(Precision.FLOAT, clip, gradient);
    assertThat(narrow).containsExactly(wide, within(1e-6));
    return wide;
  }

  private static double[] left(Precision precision, @Nullable Clip clip, double... gradient) {
    Slope slope = Slope.of(precision, gradient);
    new Updater(section(clip, null), slope.parameters()).step(slope, new Moment(0, 1, 1));
    return slope.parameters().toArray();
  }

  /** The norm of (3, 4) is 5; PyTorch adds a millionth to it. */
  @Test
  void aLongGradientIsScaledToItsNorm() {
    assertThat(left(new Clip(1.0, null, Per.ARRAY, null), 3, 4))
        .containsExactly(new double[] {0.6, 0.8}, within(1e-6));
  }

  @Test
  void aShortGradientStays() {
    assertThat(left(new Clip(6.0, null, Per.ARRAY, null), 3, 4)).containsExactly(3, 4);
    assertThat(left(null, 3, 4)).containsExactly(3, 4);
  }

  @Test
  void theNormIsThatOfAllParametersTogether() {
    double[] gradient = new double[10_000];
    Arrays.fill(gradient, 2);
    assertThat(left(new Clip(1.0, null, Per.ARRAY, null), gradient)[9_999])
        .isCloseTo(0.01, within(1e-8));
  }

  @Test
  void whatIsFrozenCountsForNothing() {
    Region still = new Region(2, 1, "still", Role.WEIGHT, new Pull(0, 0, 0, null));
    leaves(
        new Clip(1.0, null, Per.ARRAY, null),
        List.of(new Region(0, 2, Role.WEIGHT), still),
        new double[] {3, 4, 12},
        new double[] {0.6, 0.8, 0});
  }

  /** The norm of (3, 4) is 5, that of (0, 2) is within 2.5, and that of (-6, 8) is 10. */
  @Test
  void eachArrayHasANormOfItsOwn() {
    leaves(
        new Clip(null, 2.5, Per.ARRAY, null),
        List.of(
            new Region(0, 2, Role.WEIGHT),
            new Region(2, 2, Role.BIAS),
            new Region(4, 2, Role.WEIGHT)),
        new double[] {3, 4, 0, 2, -6, 8},
        new double[] {1.5, 2, 0, 2, -1.5, 2});
  }

  /** Of which each stretch that is updated at once has only a part. */
  @Test
  void anArrayMayBeLong() {
    double[] gradient = new double[10_001];
    Arrays.fill(gradient, 2);
    double[] left = new double[10_001];
    Arrays.fill(left, 0.01);
    left[0] = 1;
    leaves(
        new Clip(null, 1.0, Per.ARRAY, null),
        List.of(new Region(0, 1, Role.WEIGHT), new Region(1, 10_000, Role.WEIGHT)),
        gradient,
        left);
  }

  /** The norm of (3, 4) is 5, that of (0, 2) is within 2.5: the frozen 7 counts for nothing. */
  @Test
  void eachLayerHasANormOfItsOwn() {
    leaves(
        new Clip(null, 2.5, Per.LAYER, null),
        List.of(
            region(0, "first", Role.WEIGHT, 1),
            region(1, "second", Role.WEIGHT, 1),
            region(2, "first", Role.BIAS, 1),
            region(3, "second", Role.BIAS, 1),
            region(4, "second", Role.GAIN, 0)),
        new double[] {3, 0, 4, 2, 7},
        new double[] {1.5, 0, 2, 2, 0});
  }

  @Test
  void eachArrayMayBeGivenANorm() {
    leaves(
        section(null, new Normalize(10, Per.ARRAY)),
        List.of(
            new Region(0, 2, Role.WEIGHT),
            new Region(2, 2, Role.BIAS),
            new Region(4, 2, Role.WEIGHT)),
        new double[] {3, 4, 0, 0, -0.006, 0.008},
        new double[] {6, 8, 0, 0, -6, 8});
  }

  @Test
  void eachLayerMayBeGivenANorm() {
    leaves(
        section(null, new Normalize(1, Per.LAYER)),
        List.of(
            region(0, "first", Role.WEIGHT, 1),
            region(1, "first", Role.BIAS, 1),
            region(2, "second", Role.WEIGHT, 1)),
        new double[] {0.03, 0.04, 100},
        new double[] {0.6, 0.8, 1});
  }

  private static Region region(int from, String layer, Role role, double rate) {
    return new Region(from, 1, layer, role, new Pull(0, 0, rate, null));
  }

  private static OptimizerSection section(@Nullable Clip clip, @Nullable Normalize normalize) {
    return new OptimizerSection(new Sgd(new Constant(-1)), clip, normalize, List.of());
  }

  private static void leaves(Clip clip, List<Region> regions, double[] gradient, double[] left) {
    leaves(section(clip, null), regions, gradient, left);
  }

  private static void leaves(
      OptimizerSection section, List<Region> regions, double[] gradient, double[] left) {
    Layout layout = new Layout(regions);
    for (Precision precision : Precision.values()) {
      Slope slope = Slope.of(precision, gradient);
      new Updater(section, layout, slope.parameters()).step(slope, new Moment(0, 1, 1));
      assertThat(slope.parameters().toArray()).containsExactly(left, within(1e-6));
    }
  }

  @Test
  void eachNumberIsCutByItself() {
    assertThat(left(new Clip(null, null, Per.ARRAY, 3.5), 3, -4)).containsExactly(3, -3.5);
  }
}
