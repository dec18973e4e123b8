package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole networks, of many shapes, are the same compiled as computed by DL4J. */
class KernelsTest {

  private static final String CONVOLUTION =
      "{type: conv2d, filters: %d, kernel: %d, stride: %d, padding: %d, activation: %s}";

  private static final long SEED = Long.getLong("kernels.seed", 20261122L);

  private static final int GRAPHS = Integer.getInteger("kernels.graphs", 150);

  private final Lab lab = Lab.open();

  @BeforeEach
  void oneDnnIsThere() {
    assumeThat(OneDnn.obstacle()).isEmpty();
  }

  /** Images of odd sizes through windows of all sizes. */
  @TestFactory
  Stream<DynamicTest> convolutions() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int kernel : new int[] {1, 3, 5, 7}) {
      for (int stride : new int[] {1, 2}) {
        for (int padding : new int[] {0, kernel / 2}) {
          String first = CONVOLUTION.formatted(5, kernel, stride, padding, "relu");
          String second = CONVOLUTION.formatted(17, kernel, 1, kernel / 2, "tanh");
          tests.add(test("[3, 13, 11]", 4, first, "{type: max_pool2d, kernel: 2}", second));
        }
      }
    }
    return tests.stream();
  }

  /** Any layers behind any others; {@code -Dkernels.seed=7} tries other ones. */
  @TestFactory
  Stream<DynamicTest> randomGraphs() {
    return LongStream.range(0, GRAPHS)
        .mapToObj(graph -> DynamicTest.dynamicTest("seed " + (SEED + graph), () -> random(graph)));
  }

  private void random(long graph) {
    RandomNetwork network = new RandomNetwork(lab, SEED + graph);
    try {
      KernelKit.check(lab, network.ended(), 5);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(network.toString(), e);
    }
  }

  @TestFactory
  Stream<DynamicTest> chains() {
    return Stream.of(
        test("[33]", 5, "{type: dense, units: 29, activation: sigmoid}"),
        test("[1, 28, 28]", 3, LENET),
        test(
            "[4, 9, 9]", 2, "{type: avg_pool2d, kernel: 3, stride: 2}", "{type: dropout, rate: 0}"),
        test("[1, 5]", 2, "{type: lstm, units: 3}", "{type: lstm, units: 4}"),
        test("[9, 7]", 6, "{type: causal_attention, heads: 3, head_size: 5}"),
        test("[150, 6]", 6, "{type: causal_attention, heads: 3, head_size: 5}"),
        test("[300, 6]", 5, "{type: multi_head_attention, heads: 3, head_size: 4}"),
        test(
            "[9, 6]",
            6,
            "{type: residual_block}".replace("residual_block", "activation, activation: softmax")));
  }

  /** Normalisations between windows, of blocks of channels and of odd numbers of them. */
  @TestFactory
  Stream<DynamicTest> normalisations() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int filters : new int[] {1, 5, 16, 17, 32}) {
      for (int rows : new int[] {1, 4, 7}) {
        String convolution = CONVOLUTION.formatted(filters, 3, 1, 1, "identity");
        String residual = "{residual: [{type: batch_norm}, {type: activation, activation: relu}]}";
        tests.add(test("[3, 9, 7]", rows, convolution, residual, "{type: max_pool2d, kernel: 2}"));
        String plain = "{type: batch_norm, gain: %s, bias: %s}".formatted(rows == 1, rows == 4);
        tests.add(test("[3, 9, 7]", rows, convolution, plain, "{type: max_pool2d, kernel: 2}"));
        String dense = "{type: dense, units: %d}".formatted(filters);
        tests.add(test("[6, 5]", rows, dense, residual, "{type: batch_norm, epsilon: 0.1}"));
      }
    }
    return tests.stream();
  }

  /** In blocks of channels, whole and with some that are none, and side by side. */
  @TestFactory
  Stream<DynamicTest> responses() {
    String norm = "{type: local_response_norm, alpha: 0.1, k: 1}";
    return IntStream.of(4, 17, 32)
        .mapToObj(filters -> CONVOLUTION.formatted(filters, 3, 1, 1, "relu"))
        .map(
            convolution ->
                test("[3, 9, 7]", 4, convolution, norm, "{type: max_pool2d, kernel: 2}", norm));
  }

  private static final String LENET =
      String.join(
          "\n    - ",
          "{type: conv2d, filters: 6, kernel: 5, padding: 2, activation: relu}",
          "{type: avg_pool2d, kernel: 2}",
          "{type: conv2d, filters: 16, kernel: 5, activation: relu}",
          "{type: max_pool2d, kernel: 2}",
          "{type: flatten}",
          "{type: dense, units: 120, activation: relu}",
          "{type: dense, units: 84, activation: relu}");

  /** Random networks whose layers read any earlier ones of the same shape. */
  @TestFactory
  Stream<DynamicTest> graphs() {
    return IntStream.range(0, 20)
        .mapToObj(KernelsTest::graph)
        .map(layers -> test("[6, 8]", 5, layers));
  }

  private static String[] graph(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> names = new ArrayList<>(List.of("start"));
    List<String> layers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String from = names.get(random.nextInt(names.size()));
      String other = names.get(random.nextInt(names.size()));
      String layer =
          switch (random.nextInt(5)) {
            case 0 -> "{name: n%d, type: dense, units: 8, activation: relu, from: %s}";
            case 1 -> "{name: n%d, type: activation, activation: tanh, from: %s}";
            case 2 -> "{name: n%d, type: lstm, units: 8, from: %s}";
            case 3 -> "{name: n%d, type: causal_attention, heads: 2, from: %s}";
            default -> "{name: n%d, type: add, from: [%s, " + other + "]}";
          };
      layers.add(String.format(Locale.ROOT, layer, i, from));
      names.add("n" + i);
    }
    String all = String.join(", ", names);
    layers.add("{name: all, type: add, from: [%s]}".formatted(all));
    return layers.toArray(String[]::new);
  }

  private DynamicTest test(String input, int rows, String... layers) {
    return DynamicTest.dynamicTest(
        input + " " + String.join(" ", layers),
        () -> KernelKit.check(lab, plan(input, layers), rows));
  }

  private Plan plan(String input, String... layers) {
    return lab.plan(
        """
        assay: 1
        name: kernels
        dataset: {type: kit_samples, input: %s, target: [3], samples: 7}
        training: {epochs: 0}
        architecture:
          weight_init: {type: normal, deviation: 0.3}
          layers:
            - {name: start, type: kit_shift}
            - %s
            - {type: flatten}
            - {type: output, loss: mean_squared_error}
        """
            .formatted(input, String.join("\n    - ", layers)));
  }

  /** Symbols through a table, and the same network with its steps in other places. */
  @TestFactory
  Stream<DynamicTest> texts() {
    String vectors = "{type: token_embedding, width: 6}";
    return Stream.of(
        text("{type: one_hot}", "{type: lstm, units: 5}"),
        text(vectors, "{type: position_embedding}", "{type: layer_norm, bias: false}"),
        text(vectors, "{type: dense, units: 9, activation: {type: gelu, form: tanh}}"));
  }

  private DynamicTest text(String... layers) {
    return DynamicTest.dynamicTest(
        String.join(" ", layers),
        () -> KernelKit.check(lab, lab.plan(TEXT.formatted(String.join("\n    - ", layers))), 3));
  }

  private static final String TEXT =
      """
      assay: 1
      name: texts
      dataset:
        type: inline
        symbols: 4
        classes: 4
        train:
          - {input: [0, 2, 1, 3, 0, 1, 2], target: [2, 2, 1]}
          - {input: [3, 0, 1, 2, 2, 1, 3], target: [3, 1, 1]}
          - {input: [3, 3, 1, 0, 2, 0, 0], target: [1, 0, 1]}
      training: {epochs: 0}
      architecture:
        weight_init: {type: normal, deviation: 0.5}
        layers:
          - %s
          - {type: output, loss: cross_entropy}
      """;

  /** The same seed and the same number of threads give the same bits. */
  @Test
  void aTrainingRepeatsItself() {
    String yaml =
        TEXT.formatted(
                    "{type: one_hot}\n    - {type: lstm, units: 5}\n    - {type: dropout, rate: 0.3}")
                .replace("{epochs: 0}", "{epochs: 20, threads: 2}")
            + "optimizer: {type: adam, learning_rate: 0.01}\n";
    assertThat(trained(yaml)).isEqualTo(trained(yaml));
  }

  /** Dropout does not depend on who computes it: more threads only add up in another order. */
  @Test
  void aTrainingOnMoreThreadsIsTheSameTraining() {
    String yaml =
        TEXT.formatted(
                    "{type: one_hot}\n    - {type: lstm, units: 5}\n    - {type: dropout, rate: 0.3}")
                .replace("{epochs: 0}", "{epochs: 20, threads: 1}")
            + "optimizer: {type: adam, learning_rate: 0.01}\n";
    Parity.assertClose(
        "parameters", trained(yaml.replace("threads: 1", "threads: 3")), trained(yaml), 1e-5);
  }

  private double[] trained(String yaml) {
    try (Session session = lab.session(lab.plan(yaml))) {
      session.train(new Watcher() {}, () -> false);
      return session.executable().parameters().toArray();
    }
  }
}
