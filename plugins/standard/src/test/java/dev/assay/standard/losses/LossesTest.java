package dev.assay.standard.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.LossRows;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.tracking.Json;
import dev.assay.testkit.GradientCheck;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMultiLabel;

/** Losses beside those of an independent implementation, and beside their kernels. */
class LossesTest {

  private final Lab lab = Lab.open();

  @TestFactory
  Stream<DynamicTest> theyAreThoseOfPyTorch() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode figures : cases()) {
      tests.add(DynamicTest.dynamicTest(title(figures), () -> agrees(figures)));
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(32);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> theirKernelsAreTheSame() throws IOException {
    assumeThat(OneDnn.obstacle()).isEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode figures : cases()) {
      int rows = figures.get("logits").size();
      tests.add(
          DynamicTest.dynamicTest(
              title(figures),
              () -> KernelKit.check(lab, plan(figures, "float", behind(figures)), rows)));
    }
    return tests.stream();
  }

  /** Through DL4J, in double precision, against differences of the loss. */
  @TestFactory
  Stream<DynamicTest> theirGradientsAreThoseOfTheNetwork() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode figures : cases()) {
      Plan plan = plan(figures, "double", behind(figures));
      tests.add(DynamicTest.dynamicTest(title(figures), () -> derives(plan)));
    }
    return tests.stream();
  }

  private void derives(Plan plan) {
    try (Session session = lab.session(plan)) {
      GradientCheck.check(session.executable(), lab.batch(plan, "train", plan.batchSize()));
    }
  }

  /** A layer that learns; some losses want positive numbers of it. */
  private static String behind(JsonNode figures) {
    String function = figures.path("activation").asText("identity");
    return "{type: dense, units: %d, activation: " + function + "}, ";
  }

  private static JsonNode cases() throws IOException {
    try (InputStream in = LossesTest.class.getResourceAsStream("/losses/pytorch.json")) {
      return Json.MAPPER.readTree(Objects.requireNonNull(in)).get("cases");
    }
  }

  private static String title(JsonNode figures) {
    return figures.get("loss").asText() + " of " + figures.get("targets");
  }

  /**
   * @param before layers before the loss, with a place for its width
   */
  private Plan plan(JsonNode figures, String precision, String before) {
    List<String> samples = new ArrayList<>();
    for (int i = 0; i < figures.get("logits").size(); i++) {
      samples.add(
          "{input: %s, target: %s}"
              .formatted(figures.get("logits").get(i), figures.get("targets").get(i)));
    }
    String dataset = figures.get("dataset").asText();
    return lab.plan(
        """
        assay: 1
        name: losses
        dataset: {type: inline, batch_size: full, train: [%s]%s}
        training: {epochs: 0, precision: %s}
        architecture: {layers: [%s{type: loss, loss: %s}]}
        """
            .formatted(
                String.join(", ", samples),
                dataset.isEmpty() ? "" : ", " + dataset,
                precision,
                before.formatted(figures.get("logits").get(0).size()),
                figures.get("loss").asText()));
  }

  private void agrees(JsonNode figures) {
    Plan plan = plan(figures, "double", "");
    PlannedLayer head = plan.network().heads().get(0);
    LossRows rows = ((Head) head.layer()).rows(head.site(), head.shape());
    Batch batch = lab.batch(plan, "train", plan.batchSize());
    double[] logits = batch.inputs().get(0).doubles();
    double[] gradient = new double[logits.length];
    double mean = rows.mean(logits, batch.targets().get(0).doubles(), LossRows.ALL, gradient);
    assertThat(mean).isCloseTo(figures.get("mean").asDouble(), within(1e-12));
    int width = rows.width();
    for (int i = 0; i < gradient.length; i++) {
      double expected = figures.get("gradient").get(i / width).get(i % width).asDouble();
      assertThat(gradient[i]).as("derivative by logit %d", i).isCloseTo(expected, within(1e-12));
    }
  }

  /** DL4J has it as a matrix of all pairs. */
  @Test
  void ranksOfLabelsAreThoseOfDl4j() {
    INDArray logits = Nd4j.rand(DataType.FLOAT, 3, 4).subi(0.5).muli(4);
    INDArray labels =
        Nd4j.create(new double[][] {{1, 0, 0, 1}, {0, 1, 0, 0}, {1, 1, 0, 1}})
            .castTo(DataType.FLOAT);
    INDArray scores =
        new LossMultiLabel().computeScoreArray(labels, logits, new ActivationIdentity(), null);
    INDArray gradients =
        new LossMultiLabel().computeGradient(labels, logits, new ActivationIdentity(), null);
    for (int row = 0; row < 3; row++) {
      double[] gradient = new double[4];
      double loss =
          new MultiLabelRanking()
              .row(
                  logits.getRow(row).toDoubleVector(),
                  labels.getRow(row).toDoubleVector(),
                  gradient);
      assertThat(loss).isCloseTo(scores.getDouble(row), within(1e-6));
      assertThat(gradient).containsExactly(gradients.getRow(row).toDoubleVector(), within(1e-6));
    }
  }

  /** Some threads have no row that counts, and the first step of each sample has no target. */
  @TestFactory
  Stream<DynamicTest> kernelsAreTheSameOnTheLastStepsOfSequences() {
    assumeThat(OneDnn.obstacle()).isEmpty();
    return Stream.of(
            "{type: cross_entropy, ignore: 1}", "{type: hinge}", "squared_hinge", "cross_entropy")
        .map(loss -> DynamicTest.dynamicTest(loss, () -> KernelKit.check(lab, sequences(loss), 3)));
  }

  private Plan sequences(String loss) {
    return lab.plan(
        """
        assay: 1
        name: sequences
        dataset:
          type: inline
          classes: 3
          train:
            - {input: [[1, 2], [3, 1], [0, 2]], target: [0, 2]}
            - {input: [[2, 2], [0, 1], [1, 1]], target: [1, 1]}
            - {input: [[1, 0], [2, 1], [3, 2]], target: [1, 2]}
        training: {epochs: 0}
        architecture: {layers: [{type: dense, units: 3}, {type: loss, loss: %s}]}
        """
            .formatted(loss));
  }

  /** Classes 0 and 1 are equally likely: log 2 for each, and nothing for the class ignored. */
  @Test
  void whatIsIgnoredCountsNeitherInTheLossNorInMetrics() {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: ignored
            dataset:
              type: inline
              classes: 3
              train: [{input: [[5, 5, -500], [9, 0, 0]], target: [1, 2]}]
              test: [{input: [[0, 7, 0], [5, 5, -500]], target: [2, 0]},
                     {input: [[0, 7, 0], [0, 7, 0]], target: [2, 2]}]
            training: {epochs: 0, precision: double}
            evaluation: {metrics: [accuracy]}
            architecture: {layers: [{type: loss, loss: {type: cross_entropy, ignore: 2}}]}
            """);
    try (Session session = lab.session(plan)) {
      assertThat(session.evaluate().get("test/loss")).isCloseTo(Math.log(2), within(1e-12));
      assertThat(session.evaluate()).containsEntry("test/accuracy", 1.0);
    }
  }
}
