package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.diagnostics.Problems;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes and parameters, as they are planned, are those of what DL4J builds and computes. */
class ShapeOracleTest {

  /** Another number tries other networks: {@code -Dshapes.seed=7}. */
  private static final long SEED = Long.getLong("shapes.seed", 20261122L);

  private static final int GRAPHS = Integer.getInteger("shapes.graphs", 500);

  private final Lab lab = Lab.open();

  private static String experiment(String input, int symbols, List<String> layers) {
    return String.format(
        Locale.ROOT,
        """
        assay: 1
        name: shapes
        dataset: {type: kit_samples, input: %s, symbols: %d, target: [2], samples: 2}
        training: {epochs: 0, precision: double}
        architecture:
          layers:
            - %s
        """,
        input,
        symbols,
        String.join("\n    - ", layers));
  }

  /**
   * What DL4J M2.1 infers for its own layers, measured once: channels, steps and sizes in the order
   * in which we have them.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: dense, units: 5}                                     | [7]          | [5]           | 40
          {type: dense, units: 5}                                     | [10, 7]      | [10, 5]       | 40
          {type: conv2d, filters: 4, kernel: 3, stride: 2}            | [3, 9, 8]    | [4, 4, 3]     | 112
          {type: conv2d, filters: 4, kernel: 3, dilation: 2}          | [3, 9, 8]    | [4, 5, 4]     | 112
          {type: conv2d, filters: 4, kernel: 3}                       | [3, 9, 8]    | [4, 7, 6]     | 112
          {type: conv1d, filters: 4, kernel: 3, stride: 2}            | [10, 7]      | [4, 4]        | 88
          {type: conv3d, filters: 4, kernel: 2, stride: 2}            | [3, 6, 9, 8] | [4, 3, 4, 4]  | 100
          {type: transposed_conv2d, filters: 4, kernel: 3, stride: 2} | [3, 9, 8]    | [4, 19, 17]   | 112
          {type: transposed_conv3d, filters: 4, kernel: 2, stride: 2} | [3, 6, 9, 8] | [4, 12, 18, 16] | 100
          {type: transposed_conv2d, filters: 4, kernel: 3, stride: 2, padding: same} | [3, 9, 8] | [4, 18, 16] | 112
          {type: depthwise_conv2d, kernel: 3, multiplier: 2}          | [3, 9, 8]    | [6, 7, 6]     | 60
          {type: separable_conv2d, filters: 4, kernel: 3, multiplier: 2} | [3, 9, 8] | [4, 7, 6]     | 82
          {type: conv2d, filters: 4, kernel: 3, stride: 2, padding: same} | [3, 9, 8] | [4, 5, 4]    | 112
          {type: conv1d, filters: 4, kernel: 3, stride: 2, padding: same} | [10, 7]  | [5, 4]        | 88
          {type: conv1d, filters: 4, kernel: 3, stride: 2, padding: causal} | [10, 7] | [5, 4]       | 88
          {type: conv3d, filters: 4, kernel: 2, stride: 2, padding: same} | [3, 6, 9, 8] | [4, 3, 5, 4] | 100
          {type: max_pool2d, kernel: 2, padding: same}                | [3, 9, 8]    | [3, 5, 4]     | 0
          {type: max_pool3d, kernel: 2, padding: same}                | [3, 6, 9, 8] | [3, 3, 5, 4]  | 0
          {type: lp_pool2d, kernel: 2}                                | [3, 9, 8]    | [3, 4, 4]     | 0
          {type: max_pool2d, kernel: 2}                               | [3, 9, 8]    | [3, 4, 4]     | 0
          {type: avg_pool2d, kernel: 2}                               | [3, 9, 8]    | [3, 4, 4]     | 0
          {type: max_pool1d, kernel: 2}                               | [10, 7]      | [5, 7]        | 0
          {type: global_max_pool}                                     | [10, 7]      | [7]           | 0
          {type: global_max_pool}                                     | [3, 9, 8]    | [3]           | 0
          {type: global_max_pool}                                     | [3, 6, 9, 8] | [3]           | 0
          {type: lstm, units: 5}                                      | [10, 7]      | [10, 5]       | 260
          {type: simple_rnn, units: 5}                                | [10, 7]      | [10, 5]       | 65
          {type: simple_rnn, units: 5, layer_norm: true}              | [10, 7]      | [10, 5]       | 75
          {type: prelu, slopes: per_number}                           | [7]          | [7]           | 7
          {type: batch_norm}                                          | [7]          | [7]           | 28
          {type: batch_norm}                                          | [10, 7]      | [10, 7]       | 28
          {type: batch_norm}                                          | [3, 9, 8]    | [3, 9, 8]     | 12
          {type: batch_norm, gain: false, bias: false}                | [3, 9, 8]    | [3, 9, 8]     | 6
          {type: upsample2d}                                          | [3, 9, 8]    | [3, 18, 16]   | 0
          {type: zero_pad2d, padding: 1}                              | [3, 9, 8]    | [3, 11, 10]   | 0
          {type: crop2d, cropping: 1}                                 | [3, 9, 8]    | [3, 7, 6]     | 0
          {type: upsample1d}                                          | [10, 7]      | [20, 7]       | 0
          {type: zero_pad1d, padding: 1}                              | [10, 7]      | [12, 7]       | 0
          {type: crop1d, cropping: 1}                                 | [10, 7]      | [8, 7]        | 0
          {type: upsample3d}                                          | [3, 6, 9, 8] | [3, 12, 18, 16] | 0
          {type: zero_pad3d, padding: 1}                              | [3, 6, 9, 8] | [3, 8, 11, 10] | 0
          {type: crop3d, cropping: 1}                                 | [3, 6, 9, 8] | [3, 4, 7, 6]  | 0
          {type: space_to_depth, factor: 2}                            | [3, 8, 8]    | [12, 4, 4]    | 0
          {type: local_response_norm}                                 | [3, 9, 8]    | [3, 9, 8]     | 0
          {type: dropout, rate: 0.5}                                  | [10, 7]      | [10, 7]       | 0
          {type: activation, activation: relu}                        | [3, 6, 9, 8] | [3, 6, 9, 8]  | 0
          {type: output, loss: mean_squared_error}                    | [7]          | [2]           | 16
          """)
  void goldenTable(String layer, String input, String shape, long parameters) {
    Plan plan = lab.plan(experiment(input, 0, List.of(layer)));
    assertThat(plan.network().outputs().get(0).shape()).hasToString(shape);
    assertThat(plan.network().parameters()).isEqualTo(parameters);
    assertComputed(plan, "seedless");
  }

  @ParameterizedTest
  @CsvSource({"[50], 5, 10, 250, '[10, 5]'", "[50], 5, 0, 250, '[5]'"})
  void embedding(String symbols, int width, int steps, long parameters, String shape) {
    int count = Integer.parseInt(symbols.substring(1, symbols.length() - 1));
    String input = steps == 0 ? "[]" : "[" + steps + "]";
    String layer = "{type: token_embedding, width: %d}".formatted(width);
    Plan plan = lab.plan(experiment(input, count, List.of(layer)));
    assertThat(plan.network().parameters()).isEqualTo(parameters);
    assertThat(plan.network().outputs().get(0).shape()).hasToString(shape);
  }

  /** What DL4J accepts, and then computes wrongly or not at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: conv2d, filters: 4, kernel: 11}                  | [3, 9, 8]
          {type: max_pool2d, kernel: 10}                          | [3, 9, 8]
          {type: crop2d, cropping: 5}                             | [3, 9, 8]
          {type: crop3d, cropping: 3}                             | [3, 6, 9, 8]
          {type: crop1d, cropping: [0, 10]}                       | [10, 7]
          {type: space_to_depth, factor: 2}                        | [3, 9, 8]
          {type: depth_to_space, factor: 2}                        | [3, 9, 8]
          {type: conv3d, filters: 4, kernel: [2, 2]}              | [3, 6, 9, 8]
          {type: zero_pad3d, padding: [1, 2]}                     | [3, 6, 9, 8]
          {type: upsample3d, factor: [1, 2]}                      | [3, 6, 9, 8]
          {type: max_pool2d, kernel: 2}                           | [7]
          {type: lstm, units: 5}                                  | [7]
          {type: lstm, units: 5}                                  | [3, 9, 8]
          {type: conv1d, filters: 4, kernel: 3}                   | [7]
          {type: conv2d, filters: 4, kernel: 3}                   | [10, 7]
          {type: dense, units: 5}                                 | [3, 9, 8]
          {type: global_max_pool}                                 | [7]
          {type: reshape, shape: [0, 7]}                          | [7]
          {type: prelu, shared_axes: [3]}                         | [3, 9, 8]
          {type: add, from: [input, input_2]}                     | [7]
          """)
  void refused(String layer, String input) {
    Problems problems = new Problems();
    assertThat(lab.plan(experiment(input, 0, List.of(layer)), problems)).isEmpty();
    assertThat(problems.errors()).isEqualTo(1);
  }

  @Test
  void randomGraphs() {
    int refused = 0;
    int layers = 0;
    for (int graph = 0; graph < GRAPHS; graph++) {
      RandomNetwork network = new RandomNetwork(lab, SEED + graph);
      Plan plan = network.open();
      refused += network.refused();
      layers += plan.network().layers().size();
      assertComputed(plan, "-Dshapes.graphs=1 -Dshapes.seed=" + (SEED + graph));
    }
    assertThat(layers).as("layers of all graphs").isGreaterThan(3 * GRAPHS);
    assertThat(refused).as("layers that did not fit").isGreaterThan(GRAPHS / 10);
  }

  private void assertComputed(Plan plan, String seed) {
    try (Session session = lab.session(plan)) {
      assertThat((long) session.executable().parameters().length())
          .as(seed)
          .isEqualTo(plan.network().parameters());
      Batch batch = lab.batch(plan, "train", 2);
      Map<String, Values> said = session.plain().activations(batch);
      for (PlannedLayer layer : plan.network().layers()) {
        Values values = Objects.requireNonNull(said.get(layer.name()));
        assertThat(values.shape()).as("%s of %s", layer.name(), seed).isEqualTo(layer.shape());
      }
    }
  }
}
