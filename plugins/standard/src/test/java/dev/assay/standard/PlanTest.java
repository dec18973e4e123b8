package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.ComputedBy;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlanText;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan says of layers, computed by hand or seen in what then runs. */
class PlanTest {

  private final Lab lab = Lab.open();

  private Plan plan(String input, String layer) {
    return lab.plan(
        """
        assay: 1
        name: plan
        dataset: {type: kit_samples, input: %s, target: [3], samples: 7}
        training: {epochs: 0}
        architecture:
          layers:
            - {name: start, type: kit_shift}
            - %s
            - {type: flatten}
            - {name: end, type: output, loss: mean_squared_error}
        """
            .formatted(input, layer));
  }

  /** What others call the number of parameters leaves out running means and what is frozen. */
  @Test
  void parametersThatAreNotLearnedAreCountedApart() {
    assertThat(text("{type: batch_norm}")).contains("parameters    43, of which 33 are learned\n");
    assertThat(text("{type: dense, units: 5, frozen: true}"))
        .contains("parameters    53, of which 23 are learned\n");
    assertThat(text("{type: dense, units: 5}")).contains("parameters    53\n");
  }

  private String text(String layer) {
    return PlanText.of(plan("[5]", layer), lab.registry());
  }

  /** A product and a sum are two operations. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[5] | {type: dense, units: 7} | 70", // 5 x 7 products
        "[4, 5] | {type: dense, units: 7} | 280", // the same at 4 steps
        // 3 filters of 2 x 3 x 3 at 4 x 4 places
        "[2, 6, 6] | {type: conv2d, filters: 3, kernel: 3} | 1728",
        "[2, 6, 6] | {type: max_pool2d, kernel: 3} | 72", // each number once
        "[2, 6, 6] | {type: avg_pool2d, kernel: 2} | 72",
        "[2, 6, 6] | {type: global_avg_pool} | 72",
        // 4 gates of (5 + 3) x 3 products at 4 steps
        "[4, 5] | {type: lstm, units: 3} | 768",
        // Q, K, V and O of 6 x 6, scores and heads of 2 x 4 x 4 x 3 each
        "[4, 6] | {type: causal_attention, heads: 2} | 1536",
        "[4, 6] | {type: activation, activation: relu} | 24",
        "[4, 6] | {type: flatten} | 0",
      })
  void operationsAreCountedAsByHand(String input, String layer, long expected) {
    assertThat(plan(input, layer).network().layers().get(1).flops()).isEqualTo(expected);
  }

  /** The plan knows who computes a layer before anything is computed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[5] | {type: dense, units: 7}",
        "[5] | {type: dense, units: 7, activation: softmax}",
        "[2, 6, 6] | {type: conv2d, filters: 3, kernel: 3, activation: tanh}",
        "[4, 6] | {type: activation, activation: softmax}",
      })
  void whoComputesALayerIsWhatThePlanSays(String input, String layer) {
    assumeThat(OneDnn.obstacle()).isEmpty();
    Plan plan = plan(input, layer);
    try (Session session = lab.session(plan);
        CompiledExecutable compiled = session.compiled(2)) {
      compiled.step(lab.batch(plan, "train", 6));
      List<String> planned =
          plan.network().layers().stream()
              .filter(l -> ComputedBy.of(plan, l, lab.registry()) == ComputedBy.DL4J)
              .map(PlannedLayer::name)
              .toList();
      assertThat(planned).contains("start"); // the kit's layers have no kernels
      assertThat(compiled.slowLayers().keySet()).containsExactlyInAnyOrderElementsOf(planned);
    }
  }

  @Test
  void doublePrecisionIsComputedByDl4j() {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: wide
            dataset: {type: kit_samples, input: [4], target: [3], samples: 7}
            training: {epochs: 0, precision: double}
            architecture: {layers: [{type: output, loss: mean_squared_error}]}
            """);
    assertThat(plan.network().layers())
        .hasSize(2)
        .allMatch(layer -> ComputedBy.of(plan, layer, lab.registry()) == ComputedBy.DL4J);
    assertThat(plan.memory().parameters()).isEqualTo(8 * (4 * 3 + 3));
  }
}
