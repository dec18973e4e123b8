package dev.assay.standard.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.testkit.GradientCheck;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Joins and rearrangements whose output a reader can follow with a pencil. */
class GraphByHandTest {

  private final Lab lab = Lab.open();

  private double[] said(String layer, String a, String b) {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: by-hand
            dataset: {type: inline, batch_size: full, train: [{inputs: {a: %s, b: %s}}]}
            training: {epochs: 0, precision: double}
            architecture: {layers: [%s]}
            """
                .formatted(a, b, layer));
    return lab.said(plan);
  }

  @Test
  void joins() {
    assertThat(said("{type: multiply, name: it, from: [a, b]}", "[2, 3]", "[5, 7]"))
        .containsExactly(10, 21);
    assertThat(said("{type: subtract, name: it, from: [a, b]}", "[2, 9]", "[5, 7]"))
        .containsExactly(-3, 2);
    assertThat(said("{type: average, name: it, from: [a, b]}", "[2, 9]", "[5, 7]"))
        .containsExactly(3.5, 8);
    assertThat(said("{type: maximum, name: it, from: [a, b]}", "[2, 9]", "[5, 7]"))
        .containsExactly(5, 9);
  }

  /** A number for each channel multiplies all its pixels, a number for each feature all steps. */
  @Test
  void gates() {
    String multiply = "{type: multiply, name: it, from: [a, b]}";
    assertThat(said(multiply, "[10, 100]", "[[[1, 2]], [[3, 4]]]"))
        .containsExactly(10, 20, 300, 400);
    assertThat(said(multiply, "[[1, 2], [3, 4]]", "[10, 100]")).containsExactly(10, 200, 30, 400);
    assertThat(said(multiply, "[[1, 2]]", "[[10], [100]]")).containsExactly(10, 20, 100, 200);
  }

  /** 3, 4, 5; and at right angles, the same way, the other way. */
  @Test
  void pairs() {
    assertThat(said("{type: distance, name: it, epsilon: 0, from: [a, b]}", "[5, 1]", "[2, 5]"))
        .containsExactly(5);
    assertThat(
            said(
                "{type: cosine_similarity, name: it, from: [a, b]}",
                "[[1, 1], [1, 2], [3, 0]]",
                "[[2, -2], [10, 20], [-1, 0]]"))
        .containsExactly(new double[] {0, 1, -1}, within(1e-15));
  }

  /** Figures of PyTorch's PairwiseDistance and CosineSimilarity with what they leave out. */
  @Test
  void pairsAreThoseOfPyTorch() {
    String a = "[[1, 2, -1], [0.5, 0.25, 2]]";
    String b = "[[0.5, -1, 1], [0.5, 1.25, 1]]";
    assertThat(said("{type: distance, name: it, from: [a, b]}", a, b))
        .containsExactly(new double[] {3.64005535672234, 1.4142135623741556}, within(1e-15));
    assertThat(said("{type: cosine_similarity, name: it, from: [a, b]}", a, b))
        .containsExactly(new double[] {-0.6804138174397717, 0.7357885994794929}, within(1e-15));
  }

  /** What is alike has a derivative, as in PyTorch, and zeros have a direction to all. */
  @Test
  void pairsThatCannotBeDividedBy() {
    String zeros = "[0, 0, 0, 0]";
    assertThat(said("{type: distance, name: it, from: [a, b]}", zeros, zeros))
        .containsExactly(new double[] {2e-6}, within(1e-18));
    double[] byA = new double[4];
    double[] byB = new double[4];
    new EuclideanDistance(1e-6).derive(new double[4], new double[4], byA, byB);
    assertThat(byA).containsExactly(new double[] {0.5, 0.5, 0.5, 0.5}, within(1e-12));
    assertThat(byB).containsExactly(new double[] {-0.5, -0.5, -0.5, -0.5}, within(1e-12));
    new EuclideanDistance(0).derive(new double[4], new double[4], byA, byB);
    assertThat(byA).containsOnly(0);
    assertThat(said("{type: cosine_similarity, name: it, from: [a, b]}", zeros, "[1, 2, 3, 4]"))
        .containsExactly(0);
  }

  @Test
  void repetitions() {
    assertThat(said("{type: repeat_vector, name: it, steps: 3, from: a}", "[1, 2]", "0"))
        .containsExactly(1, 2, 1, 2, 1, 2);
    assertThat(said("{type: repeat_vector, name: it, from: [a, b]}", "[1, 2]", "[[7], [8]]"))
        .containsExactly(1, 2, 1, 2);
  }

  /** Side by side, and one below the other. */
  @Test
  void merge() {
    String a = "[[1, 2], [3, 4]]";
    String b = "[[5, 6], [7, 8]]";
    assertThat(said("{type: merge, name: it, from: [a, b]}", a, b))
        .containsExactly(1, 2, 5, 6, 3, 4, 7, 8);
    assertThat(said("{type: merge, name: it, axis: 0, from: [a, b]}", a, b))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  /** (1 2; 3 4) (5 6; 7 8) is (19 22; 43 50), and (1 3; 2 4) (5 6; 7 8) is (26 30; 38 44). */
  @Test
  void matmul() {
    String a = "[[1, 2], [3, 4]]";
    String b = "[[5, 6], [7, 8]]";
    assertThat(said("{type: matmul, name: it, from: [a, b]}", a, b))
        .containsExactly(19, 22, 43, 50);
    assertThat(said("{type: matmul, name: it, transpose_a: true, from: [a, b]}", a, b))
        .containsExactly(26, 30, 38, 44);
  }

  @Test
  void rearrangements() {
    String image = "[[[1, 2, 3], [4, 5, 6]]]";
    assertThat(said("{type: permute, name: it, axes: [2, 1, 0], from: a}", image, "0"))
        .containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(said("{type: slice, name: it, axis: 2, start: 1, from: a}", image, "0"))
        .containsExactly(2, 3, 5, 6);
    assertThat(said("{type: crop2d, name: it, cropping: [1, 0, 0, 1], from: a}", image, "0"))
        .containsExactly(4, 5);
    assertThat(said("{type: zero_pad2d, name: it, padding: [1, 0, 0, 1], from: a}", image, "0"))
        .containsExactly(0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0);
    assertThat(said("{type: zero_pad1d, name: it, padding: [2, 1], from: a}", "[[1, 2]]", "0"))
        .containsExactly(0, 0, 0, 0, 1, 2, 0, 0);
    assertThat(said("{type: upsample2d, name: it, factor: [1, 2], from: a}", image, "0"))
        .containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
  }

  private static final String HEADS =
      """
      assay: 1
      name: heads
      dataset:
        type: inline
        batch_size: full
        categories: {kind: 3}
        train:
          - {inputs: {a: [1, 2], b: [3]}, targets: {kind: 2, size: [0.5, -1]}}
          - {inputs: {a: [-1, 0], b: [1]}, targets: {kind: 0, size: [2, 1]}}
          - {inputs: {a: [0, 1], b: [-2]}, targets: {kind: 1, size: [0, 3]}}
      training: {epochs: %d, precision: %s}
      architecture:
        layers:
          - {name: one, type: dense, from: a, units: 4, activation: tanh}
          - {name: two, type: dense, from: b, units: 4, activation: tanh}
          - {name: both, type: merge, from: [one, two]}
          - {name: kind, type: output, target: kind, loss: cross_entropy, weight: %s}
          - {name: size, type: output, from: both, target: size, loss: mean_squared_error, weight: %s}
      optimizer: {type: adam, learning_rate: 0.01}
      evaluation: {metrics: [accuracy, mean_squared_error], on: train}
      """;

  private Plan heads(int epochs, String precision, String kind, String size) {
    return lab.plan(HEADS.formatted(epochs, precision, kind, size));
  }

  /** Loss and gradient are those of the weighted sum of the two. */
  @Test
  void lossesOfSeveralHeadsAreAddedUpByTheirWeights() {
    double both = loss(heads(1, "double", "0.5", "3"), true);
    double kind = loss(heads(1, "double", "1", "1e-9"), false);
    double size = loss(heads(1, "double", "1e-9", "1"), false);
    assertThat(both).isCloseTo(0.5 * kind + 3 * size, within(1e-7));
  }

  private double loss(Plan plan, boolean check) {
    try (Session session = lab.session(plan)) {
      if (check) {
        GradientCheck.check(session.executable(), lab.batch(plan, "train", 3));
      }
      return session.executable().step(lab.batch(plan, "train", 3));
    }
  }

  @Test
  void compiledSeveralHeadsAreTheSame() {
    KernelKit.check(lab, heads(1, "float", "0.5", "3"), 3);
  }

  /** Each head has figures of its own, of the metrics that fit its target. */
  @Test
  void metricsAreThoseOfEachHead() {
    try (Session session = lab.session(heads(1, "double", "0.5", "3"))) {
      Map<String, Double> metrics = session.evaluate();
      assertThat(metrics.keySet())
          .containsExactly(
              "train/loss",
              "train/kind/loss",
              "train/kind/accuracy",
              "train/size/loss",
              "train/size/mean_squared_error");
      assertThat(metrics.getOrDefault("train/loss", Double.NaN))
          .isCloseTo(
              0.5 * metrics.getOrDefault("train/kind/loss", Double.NaN)
                  + 3 * metrics.getOrDefault("train/size/loss", Double.NaN),
              within(1e-12));
      assertThat(metrics.getOrDefault("train/size/loss", Double.NaN))
          .isCloseTo(
              metrics.getOrDefault("train/size/mean_squared_error", Double.NaN), within(1e-12));
    }
  }
}
