package dev.assay.standard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.assay.config.diagnostics.Problems;
import dev.assay.engine.run.Session;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.Lab;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What classifiers are measured by where a target is not a class, but answers of yes and no. */
class YesOrNoTest {

  private static final String ALL = "[accuracy, precision, recall, f1, roc_auc]";

  private final Lab lab = Lab.open();

  private static String experiment(String dataset, String layers, String metrics, int epochs) {
    return """
        assay: 1
        name: yes-or-no
        dataset: {type: inline, batch_size: full, %s}
        optimizer: {type: adam, learning_rate: 0.1}
        training: {epochs: %d}
        evaluation: {metrics: %s}
        architecture: {layers: [%s]}
        """
        .formatted(dataset, epochs, metrics, layers);
  }

  /** Figures of a network that says what it is given. */
  private Map<String, Double> figures(String loss, String metrics, String samples) {
    return figures(loss, metrics, samples, "");
  }

  private Map<String, Double> figures(String loss, String metrics, String samples, String data) {
    String dataset = "train: [%s], test: [%s]%s".formatted(samples, samples, data);
    String end = "{type: loss, loss: %s}".formatted(loss);
    try (Session session = lab.session(lab.plan(experiment(dataset, end, metrics, 0)))) {
      Map<String, Double> figures = new LinkedHashMap<>();
      session
          .evaluate()
          .forEach((name, figure) -> figures.put(name.replace("test/", ""), round(figure)));
      return figures;
    }
  }

  /** As much as single precision holds. */
  private static double round(double figure) {
    return Math.rint(figure * 1e6) / 1e6;
  }

  /** Three of four are right; yes is said three times, twice rightly, of two. */
  private static final String ONE_LABEL =
      """
      {input: [2], target: [1]}, {input: [0.5], target: [0]},
      {input: [1], target: [1]}, {input: [-2], target: [0]}
      """;

  @Test
  void aSingleAnswer() {
    assertThat(figures("binary_cross_entropy", ALL, ONE_LABEL))
        .contains(
            entry("accuracy", 0.75),
            entry("precision", round(2 / 3.0)),
            entry("recall", 1.0),
            entry("f1", 0.8),
            entry("roc_auc", 1.0));
  }

  /**
   * By label: hits 2, 0, 1 of 3, 1, 1 said and 2, 1, 2 right; 3, 2 and 3 of 4 answers are right. A
   * logit of 0 is a probability of 0.5, which is no yes.
   */
  private static final String THREE_LABELS =
      """
      {input: [3, -2, -1], target: [1, 0, 1]},
      {input: [1, -3, 2], target: [0, 0, 1]},
      {input: [2, -1, -2], target: [1, 1, 0]},
      {input: [-3, 1, 0], target: [0, 0, 0]}
      """;

  @Test
  void answersAboutSeveralLabels() {
    assertThat(figures("binary_cross_entropy", ALL, THREE_LABELS))
        .contains(
            entry("accuracy", round(8 / 12.0)),
            entry("precision", round((2 / 3.0 + 0 + 1) / 3)),
            entry("recall", 0.5),
            entry("f1", round((0.8 + 0 + 2 / 3.0) / 3)),
            entry("roc_auc", round((1 + 2 / 3.0 + 0.75) / 3)));
  }

  @Test
  void answersAboutAllLabelsAtOnceAndAboutOneOfThem() {
    String metrics =
        """
        [{type: precision, average: micro}, {type: recall, average: micro},
        {type: f1, average: micro}, {type: precision, only: 2}, {type: recall, only: 2}]
        """;
    assertThat(figures("binary_cross_entropy", metrics, THREE_LABELS))
        .contains(
            entry("micro_precision", 0.6),
            entry("micro_recall", 0.6),
            entry("micro_f1", 0.6),
            entry("precision_class_2", 1.0),
            entry("recall_class_2", 0.5));
  }

  /** A hinge's prediction says yes above 0, and 1 and -1 are as good as 1 and 0. */
  @Test
  void answersByTheirSign() {
    String signs = THREE_LABELS.replaceAll("target: (.*)0(.*)", "target: $1-1$2");
    for (String loss : new String[] {"hinge", "squared_hinge"}) {
      for (String samples : new String[] {THREE_LABELS, signs}) {
        assertThat(figures(loss, ALL, samples))
            .as(loss)
            .contains(entry("accuracy", round(8 / 12.0)), entry("recall", 0.5));
      }
    }
  }

  /** The numbers of a mask are answers to one question. */
  @Test
  void aMaskOfAnImage() {
    assertThat(
            figures(
                "binary_cross_entropy",
                ALL,
                "{input: [[[3, -1], [2, 1]]], target: [[[1, 0], [1, 0]]]}"))
        .contains(
            entry("accuracy", 0.75), entry("precision", round(2 / 3.0)), entry("recall", 1.0));
  }

  @Test
  void classesOfPixels() {
    assertThat(
            figures(
                "cross_entropy",
                "[accuracy]",
                "{input: [[[3, -1], [2, 1]], [[0, 1], [5, 4]]], target: [[0, 1], [1, 0]]},"
                    + " {input: [[[3, -1], [2, 1]], [[0, 1], [5, 4]]], target: [[0, 0], [1, 0]]}",
                ", classes: 2"))
        .containsEntry("accuracy", 0.875);
  }

  /** The second sample has one step, which is wrong. */
  @Test
  void stepsThatFillUpDoNotCount() {
    assertThat(
            figures(
                "binary_cross_entropy",
                "[accuracy, recall]",
                "{input: [[2], [-1], [-1]], target: [[1], [0], [1]]}, {input: [[-1]], target: [[1]]}",
                ", max_length: 3"))
        .contains(entry("accuracy", 0.5), entry("recall", round(1 / 3.0)));
  }

  @Test
  void aClassifierOfOneNumberLearns() {
    String samples =
        """
        {input: [-2, 1], target: [0]}, {input: [-1, -1], target: [0]},
        {input: [1, 1], target: [1]}, {input: [2, -1], target: [1]}
        """;
    String dataset = "train: [%s], test: [%s]".formatted(samples, samples);
    for (String loss : new String[] {"binary_cross_entropy", "squared_hinge"}) {
      String end = "{type: output, loss: %s}".formatted(loss);
      try (Session session = lab.session(lab.plan(experiment(dataset, end, ALL, 60)))) {
        session.train(new Watcher() {}, () -> false);
        Map<String, Double> figures = session.evaluate();
        assertThat(figures).as(loss).containsEntry("test/accuracy", 1.0);
        assertThat(figures.get("test/f1")).isCloseTo(1, within(1e-12));
        assertThat(figures.get("test/roc_auc")).isCloseTo(1, within(1e-12));
      }
    }
  }

  private String refusal(String loss, String metrics) {
    Problems problems = new Problems();
    String dataset = "train: [%s], test: [%s]".formatted(THREE_LABELS, THREE_LABELS);
    String end = "{type: output, loss: %s}".formatted(loss);
    assertThat(lab.plan(experiment(dataset, end, metrics, 1), problems)).isEmpty();
    assertThat(problems.sorted()).hasSize(1);
    return problems.sorted().get(0).message();
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    assertThat(refusal("mean_squared_error", "[accuracy]"))
        .contains("compares classes, or answers of yes and no");
    assertThat(refusal("multi_label_ranking", "[roc_auc]"))
        .contains("compares classes, or answers of yes and no");
    assertThat(refusal("binary_cross_entropy", "[{type: f1, only: 3}]"))
        .contains("there are classes 0 to 2");
    assertThat(refusal("binary_cross_entropy", "[perplexity]")).contains("compares classes");
  }
}
