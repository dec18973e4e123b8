package dev.assay.standard.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Layers whose output a reader can follow with a pencil. */
class ByHandTest {

  private final Lab lab = Lab.open();

  private Plan plan(String layer, String weights, String dataset, String end) {
    return lab.plan(
        String.format(
            Locale.ROOT,
            """
            assay: 1
            name: by-hand
            dataset: {type: inline, batch_size: full, %s}
            weights: %s
            training: {epochs: 0, precision: double}
            architecture: {layers: [%s%s]}
            """,
            dataset,
            weights,
            layer,
            end));
  }

  private double[] said(String layer, String weights, String input) {
    return lab.said(plan(layer, weights, "train: [{input: " + input + "}]", ""));
  }

  /** Mean 2 and variance 1 make (-1, 1) of (1, 3); an epsilon of 3 halves them. */
  @Test
  void layerNorm() {
    assertThat(
            said(
                "{type: layer_norm, name: it, epsilon: 3}",
                "{it: {gain: [4, 6], bias: [10, 20]}}",
                "[1, 3]"))
        .containsExactly(8, 23);
  }

  /** Features of a step, and channels of an image, have a factor each. */
  @Test
  void layerScale() {
    String both = "{it: {gain: [2, 10], bias: [1, -1]}}";
    assertThat(said("{type: layer_scale, name: it, bias: true}", both, "[[1, 3], [7, 5]]"))
        .containsExactly(3, 29, 15, 49);
    assertThat(said("{type: layer_scale, name: it, bias: true}", both, "[[[1, 3]], [[7, 5]]]"))
        .containsExactly(3, 7, 69, 49);
    assertThat(said("{type: layer_scale, name: it, start: 0.5}", "{}", "[2, 4]"))
        .containsExactly(1, 2);
  }

  @Test
  void rescale() {
    assertThat(said("{type: rescale, name: it, factor: 3, offset: 1}", "{}", "[[2], [-1]]"))
        .containsExactly(7, -2);
  }

  /** 3 and 4 have the length 5; zeros stay what they are. The last one is PyTorch's. */
  @Test
  void l2Normalize() {
    assertThat(said("{type: l2_normalize, name: it}", "{}", "[[3, 4], [0, 0]]"))
        .containsExactly(new double[] {0.6, 0.8, 0, 0}, within(1e-15));
    assertThat(said("{type: l2_normalize, name: it}", "{}", "[0.5, 0.25, 2]"))
        .containsExactly(
            new double[] {0.2407717061715384, 0.1203858530857692, 0.9630868246861536},
            within(1e-15));
  }

  /** Each step of a sequence has a mean of its own. */
  @Test
  void layerNormOfASequence() {
    assertThat(
            said(
                "{type: layer_norm, name: it, epsilon: 3, bias: false}",
                "{it: {gain: [2, 2]}}",
                "[[1, 3], [7, 5]]"))
        .containsExactly(-1, 1, 1, -1);
  }

  /** (5 - 1) / sqrt(3 + 1) is 2, times 3 is 6. */
  @Test
  void batchNormInUse() {
    assertThat(
            said(
                "{type: batch_norm, name: it, epsilon: 1}",
                "{it: {gain: [3], bias: [10], running_mean: [1], running_variance: [3]}}",
                "[5]"))
        .containsExactly(16);
  }

  /** Without a gain or a bias of its own, the same normalised number is as it is. */
  @Test
  void normsWithoutGainsOrBiases() {
    String batch = "{type: batch_norm, name: it, epsilon: 1, %s}";
    String running = "running_mean: [1], running_variance: [3]";
    String plain = "{it: {%s}}".formatted(running);
    String bias = "{it: {bias: [10], %s}}".formatted(running);
    String gain = "{it: {gain: [3], %s}}".formatted(running);
    assertThat(said(batch.formatted("gain: false, bias: false"), plain, "[5]")).containsExactly(2);
    assertThat(said(batch.formatted("gain: false"), bias, "[5]")).containsExactly(12);
    assertThat(said(batch.formatted("bias: false"), gain, "[5]")).containsExactly(6);
    for (String norm : List.of("layer_norm", "group_norm, groups: 1")) {
      String layer = "{type: %s, name: it, epsilon: 3, gain: false}".formatted(norm);
      assertThat(said(layer, "{it: {bias: [10, 20]}}", "[1, 3]")).containsExactly(9.5, 20.5);
    }
    assertThat(said("{type: rms_norm, name: it, epsilon: 11, gain: false}", "{}", "[1, 3]"))
        .containsExactly(0.25, 0.75);
  }

  /**
   * A batch 1, 3, 5, 7 has the mean 4 and the variance 20 / 3 with three in the denominator; a
   * tenth of both goes into the running ones, which start as 0 and 1.
   */
  @Test
  void batchNormMeasuresWhileItIsTrained() {
    Plan plan =
        plan(
            "{type: batch_norm, name: it}",
            "{}",
            "train: [{input: [1], target: [0]}, {input: [3], target: [0]}, {input: [5], target: [0]},"
                + " {input: [7], target: [0]}]",
            ", {type: loss, loss: mean_squared_error}");
    try (Session session = lab.session(plan)) {
      session.executable().step(lab.batch(plan, "train", 4));
      assertThat(value(session, plan, "running_mean")).isCloseTo(0.4, within(1e-12));
      assertThat(value(session, plan, "running_variance")).isCloseTo(0.9 + 2.0 / 3, within(1e-12));
    }
  }

  private static double value(Session session, Plan plan, String name) {
    PlannedLayer layer = plan.network().layer("it").orElseThrow();
    Parameter parameter =
        layer.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    return session.parameters().value(layer, parameter).values()[0];
  }

  @Test
  void globalAveragePooling() {
    assertThat(
            said("{type: global_avg_pool, name: it}", "{}", "[[[1, 2], [3, 6]], [[0, 0], [0, 8]]]"))
        .containsExactly(3, 2);
  }

  /** 0.8413 of a normal variable is below 1, and 0.1587 below -1. */
  @Test
  void gelu() {
    double[] expected = {-0.15865525393145702, 0, 0.841344746068543, 2.99595030590511};
    assertThat(said("{type: activation, name: it, activation: gelu}", "{}", "[-1, 0, 1, 3]"))
        .containsExactly(expected, within(1e-12));
  }

  @Test
  void geluByTanh() {
    double[] expected = {-0.15880800939172324, 0, 0.8411919906082768, 2.996362607918227};
    assertThat(
            said(
                "{type: activation, name: it, activation: {type: gelu, form: tanh}}",
                "{}",
                "[-1, 0, 1, 3]"))
        .containsExactly(expected, within(1e-12));
  }

  /** sin and cos of 0, 1 and 2, and of a tenth of them. */
  @Test
  void sinusoidalPositions() {
    double[] expected = {
      0,
      1,
      0,
      1,
      0.8414709848078965,
      0.5403023058681398,
      0.09983341664682815,
      0.9950041652780258,
      0.9092974268256817,
      -0.4161468365471424,
      0.19866933079506122,
      0.9800665778412416
    };
    assertThat(
            said(
                "{type: sinusoidal_positions, name: it, base: 100}",
                "{}",
                "[[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]"))
        .containsExactly(expected, within(1e-15));
  }

  /** A window of 2 by 2 with a gap of one takes the corners of 3 by 3. */
  @Test
  void dilatedConvolution() {
    assertThat(
            said(
                "{type: conv2d, name: it, filters: 1, kernel: 2, dilation: 2, bias: false}",
                "{it: {weight: [[[[1, 10], [100, 1000]]]]}}",
                "[[[1, 9, 2], [9, 9, 9], [3, 9, 4]]]"))
        .containsExactly(4321);
  }
}
