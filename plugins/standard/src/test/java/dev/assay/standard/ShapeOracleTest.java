package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.diagnostics.Problems;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
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
          {type: depthwise_conv2d, kernel: 3, multiplier: 2}          | [3, 9, 8]    | [6, 7, 6]     | 60
          {type: separable_conv2d, filters: 4, kernel: 3, multiplier: 2} | [3, 9, 8] | [4, 7, 6]     | 82
          {type: conv2d, filters: 4, kernel: 3, stride: 2, padding: same} | [3, 9, 8] | [4, 5, 4]    | 112
          {type: conv1d, filters: 4, kernel: 3, stride: 2, padding: same} | [10, 7]  | [5, 4]        | 88
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
          {type: batch_norm}                                          | [7]          | [7]           | 28
          {type: batch_norm}                                          | [10, 7]      | [10, 7]       | 28
          {type: batch_norm}                                          | [3, 9, 8]    | [3, 9, 8]     | 12
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
      RandomNetwork network = new RandomNetwork(new SplittableRandom(SEED + graph));
      Plan plan = network.grow(lab);
      refused += network.refused;
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

  /** Layers that read any earlier ones, some of which do not fit; these are left out. */
  private static final class RandomNetwork {

    private static final List<String> INPUTS =
        List.of("[6]", "[5, 4]", "[3, 8, 7]", "[2, 4, 5, 3]");

    private final SplittableRandom random;
    private final String input;
    private final List<String> layers = new ArrayList<>();
    private final List<String> names = new ArrayList<>(List.of("start"));
    private int refused;

    RandomNetwork(SplittableRandom random) {
      this.random = random;
      this.input = INPUTS.get(random.nextInt(INPUTS.size()));
      layers.add("{name: start, type: activation, activation: tanh}");
    }

    Plan grow(Lab lab) {
      Plan plan = lab.plan(experiment(input, 0, layers));
      for (int i = 0; i < 8; i++) {
        String name = "n" + i;
        layers.add("{name: %s, from: %s}".formatted(name, candidate()));
        Optional<Plan> grown = lab.plan(experiment(input, 0, layers), new Problems());
        if (grown.isPresent()) {
          names.add(name);
          plan = grown.get();
        } else {
          layers.remove(layers.size() - 1);
          refused++;
        }
      }
      return plan;
    }

    private String any() {
      return names.get(random.nextInt(names.size()));
    }

    private int some(int most) {
      return 1 + random.nextInt(most);
    }

    private String candidate() {
      String one = any();
      String two = "[%s, %s]".formatted(one, any());
      return switch (random.nextInt(29)) {
        case 0 -> "%s, type: dense, units: %d".formatted(one, some(6));
        case 1 ->
            "%s, type: conv1d, filters: 4, kernel: %d, stride: %d".formatted(one, some(4), some(2));
        case 2 ->
            "%s, type: conv2d, filters: %d, kernel: %d, padding: %d"
                .formatted(one, some(4), some(9), some(2) - 1);
        case 3 -> "%s, type: conv3d, filters: 2, kernel: %d".formatted(one, some(3));
        case 4 ->
            "%s, type: transposed_conv2d, filters: 2, kernel: %d, stride: %d"
                .formatted(one, some(3), some(3));
        case 5 -> "%s, type: depthwise_conv2d, kernel: %d".formatted(one, some(3));
        case 6 -> "%s, type: max_pool2d, kernel: %d, stride: %d".formatted(one, some(4), some(3));
        case 7 -> "%s, type: max_pool1d, kernel: %d".formatted(one, some(3));
        case 8 -> "%s, type: global_max_pool".formatted(one);
        case 9 -> "%s, type: flatten".formatted(one);
        case 10 -> "%s, type: permute, axes: [1, 0]".formatted(one);
        case 11 -> "%s, type: upsample2d, factor: %d".formatted(one, some(2));
        case 12 -> "%s, type: crop2d, cropping: %d".formatted(one, some(4));
        case 13 -> "%s, type: slice, axis: -1, start: %d".formatted(one, some(4));
        case 14 -> "%s, type: reshape, shape: [%d, -1]".formatted(one, some(6));
        case 15 -> "%s, type: unsqueeze, axis: %d".formatted(one, random.nextInt(4) - 1);
        case 16 -> "%s, type: add".formatted(two);
        case 17 -> "%s, type: merge".formatted(two);
        case 18 -> "%s, type: max_pool3d, kernel: %d, padding: same".formatted(one, some(3));
        case 19 ->
            "%s, type: transposed_conv1d, filters: 3, kernel: %d, stride: %d, padding: %d"
                .formatted(one, some(3), some(2), some(2) - 1);
        case 20 -> "%s, type: lp_pool2d, kernel: %d".formatted(one, some(4));
        case 21 ->
            "%s, type: separable_conv2d, filters: 2, kernel: %d, padding: same, stride: %d"
                .formatted(one, some(4), some(3));
        case 22 -> "%s, type: zero_pad3d, padding: [1, 0, %d]".formatted(one, some(2));
        case 23 -> "%s, type: crop1d, cropping: [%d, 1]".formatted(one, some(3) - 1);
        case 24 -> "%s, type: space_to_depth, factor: %d".formatted(one, some(2));
        case 25 -> "%s, type: locally_connected1d, filters: 2, kernel: %d".formatted(one, some(4));
        case 26 -> "%s, type: local_response_norm".formatted(one);
        case 27 -> "%s, type: matmul, transpose_b: true".formatted(two);
        default -> "%s, type: batch_norm".formatted(one);
      };
    }
  }
}
