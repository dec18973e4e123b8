package dev.assay.standard.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.dataset.DataException;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.tracking.Event.Status;
import dev.assay.engine.training.Result;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.Lab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that a loss cannot judge, computed by the compiled network and by DL4J. */
class UnjudgedTest {

  private final Lab lab = Lab.open();

  /** The output is 2 x - 1 of the input, and stays so. */
  private Plan plan(String loss, String target, String precision) {
    return lab.plan(
        """
        assay: 1
        name: unjudged
        dataset:
          type: inline
          shuffle: false
          batch_size: 1
          train:
            - {input: [1], target: [0]}
            - {input: [0], target: [%s]}
        architecture:
          layers:
            - {name: line, type: dense, units: 1}
            - {name: end, type: loss, loss: %s}
        weights: {line: {weight: [[2]], bias: [-1]}}
        optimizer: {type: sgd, learning_rate: 0}
        training: {epochs: 1, precision: %s}
        """
            .formatted(target, loss, precision));
  }

  private Result train(String loss, String target, String precision) {
    try (Session session = lab.session(plan(loss, target, precision))) {
      return session.train(new Watcher() {}, () -> false);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "binary_cross_entropy, 1.5, from 0 to 1, float",
    "binary_cross_entropy, 1.5, from 0 to 1, double",
    "binary_cross_entropy, -0.25, from 0 to 1, float",
    "poisson, -1.0, of 0 or more, float",
    "poisson, -1.0, of 0 or more, double"
  })
  void aTargetThatALossCannotJudgeIsRefused(
      String loss, String target, String range, String precision) {
    assertThatThrownBy(() -> train(loss, target, precision))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "sample 2 of `train`: `%s` takes targets %s, and `target` is %s"
                .formatted(loss, range, target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"float", "double"})
  void aPredictionThatALossCannotJudgeIsNamedWhereTheTrainingEnds(String precision) {
    Result result = train("{type: poisson, log_input: false}", "1", precision);
    assertThat(result.status()).isEqualTo(Status.DIVERGED);
    assertThat(result.steps()).isEqualTo(1);
    assertThat(result.reason())
        .isEqualTo(
            "the loss is not a number any more: `poisson` judges predictions of 0 or more, and one"
                + " is -1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"float", "double"})
  void whatALossCanJudgeIsTrained(String precision) {
    assertThat(train("binary_cross_entropy", "1", precision).status()).isEqualTo(Status.FINISHED);
    assertThat(train("poisson", "3", precision).status()).isEqualTo(Status.FINISHED);
  }
}
