package dev.assay.standard.initializers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What biases and gains start with, whichever layer has them. */
class StartsTest {

  private static final String HALF = ", bias_init: {type: constant, value: 0.5}";

  private final Lab lab = Lab.open();

  /** The parameters of all layers, by {@code layer.parameter}. */
  private Map<String, double[]> starts(String input, String precision, String layer) {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: starts
            seed: 5
            dataset: {type: kit_samples, input: %s, target: [1]}
            training: {epochs: 0, precision: %s}
            architecture: {layers: [{name: it, %s}]}
            """
                .formatted(input, precision, layer));
    Map<String, double[]> starts = new TreeMap<>();
    try (Session session = lab.session(plan)) {
      for (PlannedLayer planned : plan.network().layers()) {
        planned
            .parameters()
            .forEach(
                parameter ->
                    starts.put(
                        planned.name() + "." + parameter.name(),
                        session.parameters().value(planned, parameter).values()));
      }
    }
    return starts;
  }

  private static double[] numbers(Map<String, double[]> starts, String parameter) {
    return Objects.requireNonNull(starts.get(parameter), parameter);
  }

  /** Only biases start otherwise than without the key: weights are the same to the last bit. */
  private void assertStarts(String input, String layer, double bias, String... biases) {
    for (String precision : List.of("double", "float")) {
      Map<String, double[]> usual = starts(input, precision, layer);
      Map<String, double[]> told = starts(input, precision, layer + HALF);
      assertThat(told.keySet()).contains(biases).isEqualTo(usual.keySet());
      told.forEach(
          (name, numbers) -> {
            if (List.of(biases).contains(name)) {
              assertThat(numbers).as(name).containsOnly(bias);
            } else {
              assertThat(numbers).as(name).isEqualTo(usual.get(name));
            }
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[7] | type: dense, units: 3",
        "[6, 4] | type: dense, units: 3",
        "[6, 4] | type: conv1d, filters: 3, kernel: 2",
        "[2, 7, 6] | type: conv2d, filters: 3, kernel: 2",
        "[2, 3, 4, 3] | type: conv3d, filters: 3, kernel: 2",
        "[2, 7, 6] | type: depthwise_conv2d, kernel: 2",
        "[2, 7, 6] | type: separable_conv2d, filters: 3, kernel: 2",
        "[6, 4] | type: transposed_conv1d, filters: 3, kernel: 2",
        "[2, 7, 6] | type: transposed_conv2d, filters: 3, kernel: 2",
        "[2, 3, 4, 3] | type: transposed_conv3d, filters: 3, kernel: 2",
        "[6, 4] | type: locally_connected1d, filters: 3, kernel: 2",
        "[2, 7, 6] | type: locally_connected2d, filters: 3, kernel: 2",
        "[7] | type: layer_norm",
        "[7] | type: batch_norm",
        "[4, 3, 3] | type: group_norm, groups: 2",
        "[7] | type: layer_scale, bias: true",
        "[7] | type: output, loss: mean_squared_error",
      })
  void layersOfOneBias(String layer) {
    int bar = layer.indexOf('|');
    assertStarts(layer.substring(0, bar), layer.substring(bar + 1), 0.5, "it.bias");
  }

  @Test
  void layersOfSeveralBiases() {
    assertStarts("[6, 4]", "type: simple_rnn, units: 3", 0.5, "it.b");
    assertStarts("[6, 4]", "type: gru, units: 3", 0.5, "it.b_r", "it.b_z", "it.b_n", "it.c_n");
    assertStarts("[7]", "type: feed_forward, units: 3", 0.5, "it.bias", "it.inner.bias");
    assertStarts(
        "[6, 4]", "type: multi_head_attention", 0.5, "it.b_Q", "it.b_K", "it.b_V", "it.b_O");
    String both = "type: bidirectional, layer: {type: simple_rnn, units: 3}";
    assertStarts("[6, 4]", both, 0.5, "it.forward.b", "it.backward.b");
  }

  /** As in Keras: {@code unit_forget_bias} goes before {@code bias_initializer}. */
  @Test
  void theForgetGateHasItsOwnKey() {
    String lstm = "type: lstm, units: 3, forget_bias: %s";
    for (double forget : new double[] {0, 1, 2}) {
      assertStarts("[6, 4]", lstm.formatted(forget), 0.5, "it.b_g", "it.b_o", "it.b_i");
      assertThat(numbers(starts("[6, 4]", "double", lstm.formatted(forget) + HALF), "it.b_f"))
          .containsOnly(forget);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"simple_rnn", "gru", "lstm", "lstm, activation: relu", "lstm, forget_bias: 0"})
  void whatTheStateIsMultipliedByHasAKeyOfItsOwn(String layer) {
    String told = "recurrent_init: {type: constant, value: 0.25}, units: 3, type: " + layer;
    starts("[6, 4]", "double", told)
        .forEach(
            (name, numbers) -> {
              if (name.startsWith("it.R")) {
                assertThat(numbers).as(name).containsOnly(0.25);
              } else {
                assertThat(numbers).as(name).doesNotContain(0.25);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer_norm", "rms_norm", "batch_norm", "group_norm, groups: 1"})
  void gains(String norm) {
    Map<String, double[]> usual = starts("[7]", "double", "type: " + norm);
    Map<String, double[]> told = starts("[7]", "double", "gain_init: zeros, type: " + norm);
    assertThat(usual.remove("it.gain")).containsOnly(1);
    assertThat(told.remove("it.gain")).containsOnly(0);
    assertThat(told.keySet()).isEqualTo(usual.keySet());
    told.forEach((name, numbers) -> assertThat(numbers).as(name).isEqualTo(usual.get(name)));
  }

  /** Two different ones for two layers, the same for the same seed. */
  @Test
  void biasesMayBeRandom() {
    String layer = "type: feed_forward, units: 7, bias_init: {type: uniform, bound: 0.25}";
    Map<String, double[]> starts = starts("[7]", "double", layer);
    double[] outer = numbers(starts, "it.bias");
    double[] inner = numbers(starts, "it.inner.bias");
    assertThat(outer).hasSize(7).doesNotHaveDuplicates().isNotEqualTo(inner);
    assertThat(Arrays.stream(outer).boxed()).allMatch(bias -> Math.abs(bias) <= 0.25);
    assertThat(numbers(starts("[7]", "double", layer), "it.bias")).isEqualTo(outer);
  }
}
