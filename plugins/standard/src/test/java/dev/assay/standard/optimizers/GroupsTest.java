package dev.assay.standard.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.Lab;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Five steps of a small network whose parameters are in groups, with PyTorch's figures for the same
 * groups. Both weights decay, each by its own share; biases and gains do not.
 */
class GroupsTest {

  private static final String ADAM_W =
      """
      {type: adamw, learning_rate: 0.05, weight_decay: 0.1, decayed: all, groups: [
        {parameters: [biases, gains], weight_decay: 0},
        {layers: first, parameters: weights, rate: 0.5, weight_decay: 0.3}]}""";

  private static final String SGD =
      """
      {type: sgd, learning_rate: 0.05, groups: [{parameters: weights, weight_decay: 0.2}]}""";

  /** Three optimizers, behind one limit of the whole gradient. */
  private static final String MIXED =
      """
      {type: adamw, learning_rate: 0.05, weight_decay: 0.1, decayed: all,
        clip: {global_norm: 0.5}, groups: [
        {layers: first, optimizer: {type: momentum, momentum: 0.8,
          learning_rate: {type: linear, from: 0.2}}},
        {layers: first, parameters: biases, rate: 0.5},
        {parameters: weights, layers: last, optimizer: {type: rmsprop, learning_rate: 0.01}}]}""";

  private final Lab lab = Lab.open();

  private Plan plan(String optimizer, String precision) {
    return lab.plan(
        """
        assay: 1
        name: groups
        dataset:
          type: inline
          batch_size: full
          train:
            - {input: [0.3, -0.7, 1.1], target: [0.5]}
            - {input: [-0.4, 0.9, 0.2], target: [-0.2]}
            - {input: [1.3, 0.1, -0.6], target: [0.9]}
            - {input: [0.5, -1.2, 0.8], target: [0.1]}
        architecture:
          layers:
            - {name: first, type: dense, units: 2, activation: tanh}
            - {name: norm, type: rms_norm}
            - {name: last, type: dense, units: 1}
            - {type: loss, loss: mean_squared_error}
        weights:
          first: {weight: [[0.2, -0.4], [0.7, 0.1], [-0.3, 0.5]], bias: [0.05, -0.1]}
          norm: {gain: [1.1, 0.9]}
          last: {weight: [[0.6], [-0.8]], bias: [0.1]}
        training: {epochs: 5, precision: %s}
        optimizer: %s
        """
            .formatted(precision, optimizer));
  }

  @ParameterizedTest
  @CsvSource({"adamw, double, 1e-9", "adamw, float, 1e-4", "sgd, double, 1e-9", "sgd, float, 1e-4"})
  void fiveStepsAgreeWithPyTorch(String name, String precision, double tolerance)
      throws IOException {
    Plan plan = plan(name.equals("adamw") ? ADAM_W : SGD, precision);
    assertAgree(plan, Figures.read().at("/groups/" + name), tolerance);
  }

  @ParameterizedTest
  @CsvSource({"double, 1e-9", "float, 1e-4"})
  void fiveStepsOfSeveralOptimizersAgreeWithPyTorch(String precision, double tolerance)
      throws IOException {
    assertAgree(plan(MIXED, precision), Figures.read("mixed").at("/mixed"), tolerance);
  }

  private void assertAgree(Plan plan, JsonNode figures, double tolerance) {
    assertThat(figures).hasSize(5);
    try (Session session = lab.session(plan)) {
      session.train(new Watcher() {}, () -> false);
      for (PlannedLayer layer : plan.network().layers()) {
        layer
            .parameters()
            .forEach(
                parameter -> {
                  JsonNode expected = figures.get(layer.name() + "." + parameter.name());
                  assertThat(session.parameters().value(layer, parameter).values())
                      .as(layer.name() + "." + parameter.name())
                      .containsExactly(Figures.numbers(expected), within(tolerance));
                });
      }
    }
  }

  /** AdamW remembers two numbers of a norm's gain and a bias, momentum and rmsprop one of each. */
  @Test
  void eachOptimizerRemembersItsOwnParametersOnly() {
    assertThat(plan(MIXED, "double").memory().updater())
        .isEqualTo(Double.BYTES * (2 * (2 + 1) + 1 * (6 + 2) + 1 * 2 + 13));
  }

  @Test
  void ratesOfItsOwnAreLoggedIfTheyChange() {
    assertThat(plan(MIXED, "float").metrics())
        .containsSequence(
            "train/loss",
            "train/learning_rate",
            "train/group_1/learning_rate",
            "time/items_per_second");
  }
}
