package dev.assay.standard.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.Lab;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One step of gradient descent by 0.1 on {@code y = w x + b} with {@code x = 0}, so that the loss
 * moves the bias alone: from 1 by {@code -0.1 2 (b - t)}, which is -0.2 for a target of 0.
 */
class TreatmentTest {

  private final Lab lab = Lab.open();

  private static String dense(String keys) {
    return "{name: it, type: dense, units: 1" + keys + "}";
  }

  private Map<String, Double> after(String item, String groups, String precision) {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: treatment
            dataset: {type: inline, batch_size: full, train: [{input: [0], target: [0]}]}
            weights: {it: {weight: [[2]], bias: [1]}}
            architecture:
              layers:
                - %s
                - {type: loss, loss: mean_squared_error}
            optimizer: {type: sgd, learning_rate: 0.1%s}
            training: {epochs: 1, precision: %s}
            """
                .formatted(item, groups, precision));
    try (Session session = lab.session(plan)) {
      session.train(new Watcher() {}, () -> false);
      PlannedLayer layer = plan.network().layer("it").orElseThrow();
      Map<String, Double> values = new TreeMap<>();
      for (Parameter parameter : layer.parameters()) {
        values.put(parameter.name(), session.parameters().value(layer, parameter).values()[0]);
      }
      return values;
    }
  }

  private void assertAfter(
      String layer, String groups, String precision, double weight, double bias) {
    Map<String, Double> values = after(layer, groups, precision);
    assertThat(values.getOrDefault("weight", Double.NaN)).isCloseTo(weight, within(1e-6));
    assertThat(values.getOrDefault("bias", Double.NaN)).isCloseTo(bias, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void penaltiesAddToTheGradient(String precision) {
    assertAfter(dense(""), "", precision, 2, 0.8);
    assertAfter(dense(", l2: 0.5"), "", precision, 1.9, 0.8);
    assertAfter(dense(", l1: 0.5"), "", precision, 1.95, 0.8);
    assertAfter(dense(", l2_bias: 0.5"), "", precision, 2, 0.75);
    assertAfter(dense(", l1_bias: 3"), "", precision, 2, 0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void whatIsFrozenStays(String precision) {
    assertAfter("{frozen: true, layers: [" + dense(", l2: 0.5") + "]}", "", precision, 2, 1);
    assertAfter(dense(", l2: 0.5"), ", groups: [{layers: 'i*', rate: 0.5}]", precision, 1.95, 0.9);
    assertAfter(dense(""), ", groups: [{layers: [it], rate: 0}]", precision, 2, 1);
  }
}
