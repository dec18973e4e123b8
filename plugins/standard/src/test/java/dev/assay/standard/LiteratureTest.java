package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Networks of the literature, as a user writes them from the reference pages. */
class LiteratureTest {

  private static final List<String> NETS =
      List.of(
          "u-net",
          "two-tower",
          "dense-net",
          "mobile-net",
          "text-cnn",
          "inception",
          "vision-transformer",
          "wave-net",
          "cross-attention",
          "encoder-decoder",
          "siamese",
          "siamese-images",
          "siamese-texts",
          "se-resnet",
          "conv-next",
          "mlp-mixer",
          "bert",
          "attention-decoder",
          "fully-convolutional",
          "highway");

  private final Lab lab = Lab.open();

  private Plan plan(String net) {
    return lab.plan(Path.of("src/test/resources/literature", net + ".yaml"));
  }

  @TestFactory
  Stream<DynamicTest> learn() {
    return NETS.stream().map(net -> DynamicTest.dynamicTest(net, () -> learns(plan(net))));
  }

  /** It trains, on two threads, and comes closer to its targets. */
  private void learns(Plan plan) {
    int batch = Math.min(32, plan.data().samples("train"));
    try (Session session = lab.session(plan)) {
      double before = session.plain().step(lab.batch(plan, "train", batch));
      session.train(new Watcher() {}, () -> false);
      double after = session.plain().step(lab.batch(plan, "train", batch));
      assertThat(after).isLessThan(0.9 * before);
      assertThat(session.notice()).isEmpty();
    }
  }

  /** What drops numbers at random does so by another rule in DL4J, and is left out. */
  @TestFactory
  Stream<DynamicTest> areTheSameCompiled() {
    assumeThat(OneDnn.obstacle()).isEmpty();
    return NETS.stream()
        .filter(net -> !net.equals("u-net"))
        .map(net -> DynamicTest.dynamicTest(net, () -> KernelKit.check(lab, plan(net), 5)));
  }

  @Test
  void shapesAreThoseOfThePapers() {
    assertThat(shapes("u-net", "up_middle", "merge_1", "up_fine"))
        .containsExactly(List.of(16, 14, 14), List.of(32, 14, 14), List.of(8, 28, 28));
    assertThat(shapes("dense-net", "all_1", "all_2", "all_3"))
        .containsExactly(List.of(24, 14, 14), List.of(32, 14, 14), List.of(40, 14, 14));
    assertThat(shapes("two-tower", "row", "column", "matmul_1"))
        .containsExactly(List.of(1, 8), List.of(8, 1), List.of(1, 1));
    assertThat(shapes("inception", "first.one", "first.three", "merge_1", "merge_2"))
        .containsExactly(List.of(8, 7, 7), List.of(16, 7, 7), List.of(32, 7, 7), List.of(64, 7, 7));
    assertThat(shapes("vision-transformer", "patches", "steps", "mean"))
        .containsExactly(List.of(64, 4, 4), List.of(16, 64), List.of(64));
    assertThat(shapes("wave-net", "one.past", "four.past", "four.gate"))
        .containsExactly(List.of(33, 16), List.of(36, 16), List.of(32, 16));
    assertThat(shapes("siamese", "dense_2", "dense_4", "apart"))
        .containsExactly(List.of(4), List.of(4), List.of(4));
    assertThat(shapes("siamese-images", "conv2d_2", "l2_normalize_2", "apart"))
        .containsExactly(List.of(4, 3, 3), List.of(6), List.of(1));
    assertThat(shapes("siamese-texts", "lstm_1", "lstm_2", "alike"))
        .containsExactly(List.of(4, 6), List.of(4, 6), List.of(1));
    assertThat(shapes("encoder-decoder", "sentence", "told", "both"))
        .containsExactly(List.of(6), List.of(4, 6), List.of(4, 10));
    assertThat(shapes("se-resnet", "half.branch.features", "half.branch.gate", "half.shortcut"))
        .containsExactly(List.of(16, 6, 6), List.of(16), List.of(16, 6, 6));
    assertThat(shapes("conv-next", "stem", "first.pixels", "second.pixels"))
        .containsExactly(List.of(8, 8, 8), List.of(64, 8), List.of(16, 16));
    assertThat(shapes("mlp-mixer", "patches", "channels_2"))
        .containsExactly(List.of(9, 16), List.of(16, 9));
    assertThat(shapes("bert", "words_2", "start", "pooler"))
        .containsExactly(List.of(6, 8), List.of(1, 8), List.of(8));
    assertThat(shapes("attention-decoder", "asks", "weights", "context"))
        .containsExactly(List.of(4, 12), List.of(4, 4), List.of(4, 12));
    assertThat(shapes("fully-convolutional", "coarse", "enlarged", "pixels"))
        .containsExactly(List.of(2, 4, 4), List.of(2, 8, 8), List.of(16, 16, 2));
    assertThat(shapes("highway", "gate_6", "y_6")).containsExactly(List.of(8), List.of(8));
    assertThat(shapes("text-cnn", "pairs", "triples")).containsExactly(List.of(6), List.of(6));
  }

  private List<List<Integer>> shapes(String net, String... names) {
    Plan plan = plan(net);
    return Stream.of(names)
        .map(name -> plan.network().layer(name).orElseThrow().shape().dims())
        .toList();
  }
}
