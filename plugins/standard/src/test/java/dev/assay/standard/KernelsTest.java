package dev.assay.standard;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole networks, of many shapes, are the same compiled as computed by DL4J. */
class KernelsTest {

  private static final String CONVOLUTION =
      "{type: conv2d, filters: %d, kernel: %d, stride: %d, padding: %d, activation: %s}";

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

  @TestFactory
  Stream<DynamicTest> chains() {
    return Stream.of(
        test("[33]", 5, "{type: dense, units: 29, activation: sigmoid}"),
        test("[1, 28, 28]", 3, LENET),
        test(
            "[4, 9, 9]", 2, "{type: avg_pool2d, kernel: 3, stride: 2}", "{type: dropout, rate: 0}"),
        test("[1, 5]", 2, "{type: lstm, units: 3}", "{type: lstm, units: 4}"),
        test("[9, 7]", 6, "{type: causal_attention, heads: 3, head_size: 5}"),
        test(
            "[9, 6]",
            6,
            "{type: residual_block}".replace("residual_block", "activation, activation: softmax")));
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
}
