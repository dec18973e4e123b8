package dev.assay.standard.initializers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What 200 inputs and 300 units start with. Of 60,000 numbers, mean and variance are about as they
 * are of all numbers: the mean within four of its deviations, the variance within 3 %.
 */
class InitializersTest {

  private static final int INPUTS = 200;
  private static final int UNITS = 300;

  private final Lab lab = Lab.open();

  private double[] start(String initializer, int inputs, int units, String layer) {
    Plan plan =
        lab.plan(
            String.format(
                Locale.ROOT,
                """
                assay: 1
                name: initializers
                seed: 11
                dataset: {type: kit_samples, input: %s, symbols: 0, more: [], target: [1]}
                architecture: {layers: [{name: it, weight_init: %s, %s}]}
                """,
                layer.startsWith("type: conv2d") ? "[" + inputs + ", 3, 3]" : "[" + inputs + "]",
                initializer,
                layer + units));
    try (Session session = lab.session(plan)) {
      PlannedLayer it = plan.network().layer("it").orElseThrow();
      return session.parameters().value(it, it.parameters().get(0)).values();
    }
  }

  private double[] matrix(String initializer) {
    return start(initializer, INPUTS, UNITS, "type: dense, units: ");
  }

  /** Variances: of a uniform number within b, b^2 / 3; cut off at two deviations, 0.7737. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "glorot_uniform | 0 | 0.004 | 0.10954",
        "glorot_normal | 0 | 0.004 | 1",
        "he_uniform | 0 | 0.01 | 0.17321",
        "he_normal | 0 | 0.01 | 1",
        "lecun_uniform | 0 | 0.005 | 0.12248",
        "lecun_normal | 0 | 0.005 | 1",
        "{type: normal, deviation: 0.5, mean: 2} | 2 | 0.25 | 9",
        "{type: uniform, bound: 0.6} | 0 | 0.12 | 0.6",
        "{type: truncated_normal, deviation: 0.5, mean: 1} | 1 | 0.19343 | 2.0001",
        "{type: log_normal, deviation: 0.5, mean: 0.1} | 1.25232 | 0.44546 | 99",
        "{type: binomial, trials: 4, probability: 0.3} | 1.2 | 0.84 | 4",
        "{type: variance_scaling, scale: 3, form: normal} | 0 | 0.015 | 1",
        "{type: variance_scaling, scale: 3} | 0 | 0.015 | 0.27848",
        "{type: variance_scaling, fan: outputs, form: uniform} | 0 | 0.00333333 | 0.1",
        "{type: variance_scaling, fan: mean, form: uniform} | 0 | 0.004 | 0.10954",
        "{type: variance_scaling, scale: 0.33333333, form: uniform} | 0 | 0.00166667 | 0.07071"
      })
  void numbersAreSpreadAsTheySay(String initializer, double mean, double variance, double largest) {
    double[] numbers = matrix(initializer);
    assertThat(numbers).hasSize(INPUTS * UNITS);
    double actual = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(n -> (n - actual) * (n - actual)).sum();
    assertThat(actual).isCloseTo(mean, within(4 * Math.sqrt(variance / numbers.length)));
    assertThat(squares / numbers.length).isCloseTo(variance, within(0.03 * variance));
    assertThat(Arrays.stream(numbers).map(Math::abs).max().orElseThrow())
        .isLessThanOrEqualTo(largest * 1.0001);
  }

  /** The shorter side's lines stand at right angles to each other, and are as long as the gain. */
  @Test
  void orthogonalRowsHaveTheLengthOfTheGain() {
    double[] numbers = start("{type: orthogonal, gain: 2}", 5, 8, "type: dense, units: ");
    for (int a = 0; a < 5; a++) {
      for (int b = 0; b < 5; b++) {
        double product = 0;
        for (int j = 0; j < 8; j++) {
          product += numbers[a * 8 + j] * numbers[b * 8 + j];
        }
        assertThat(product).isCloseTo(a == b ? 4 : 0, within(1e-5));
      }
    }
  }

  @Test
  void identityLetsInputsThrough() {
    assertThat(start("identity", 2, 3, "type: dense, units: ")).containsExactly(1, 0, 0, 0, 1, 0);
    assertThat(start("{type: identity, gain: 2}", 3, 2, "type: dense, units: "))
        .containsExactly(2, 0, 0, 2, 0, 0);
    double[] filters = start("identity", 2, 2, "type: conv2d, kernel: 3, filters: ");
    for (int i = 0; i < filters.length; i++) {
      assertThat(filters[i]).isEqualTo(i == 4 || i == 31 ? 1 : 0); // 4 + 9 (2 + 1)
    }
  }

  @Test
  void constantsAreConstant() {
    assertThat(matrix("zeros")).containsOnly(0);
    assertThat(matrix("ones")).containsOnly(1);
    assertThat(matrix("{type: constant, value: 0.5}")).containsOnly(0.5);
  }
}
