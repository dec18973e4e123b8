package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problems;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.training.Result;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** A training can be as long as a number of steps, and its epochs as long as one likes. */
class StepsTest {

  private static final String EXPERIMENT =
      """
      assay: 1
      name: steps
      dataset:
        type: inline
        classes: 2
        batch_size: 2
        train: [{input: [1], target: 0}, {input: [2], target: 1}, {input: [3], target: 0},
                {input: [4], target: 1}, {input: [5], target: 1}]
      optimizer: {type: sgd, learning_rate: 0.1}
      architecture: {layers: [{type: output, loss: cross_entropy}]}
      training: {%s}
      """;

  private final Lab lab = Lab.open();

  private record Trained(Result result, List<Double> parameters, List<Long> stepsOfEpochs) {}

  private Trained train(String training) {
    Plan plan = lab.plan(EXPERIMENT.formatted(training));
    List<Long> steps = new ArrayList<>();
    Watcher watcher =
        new Watcher() {
          @Override
          public void epochStarted(int epoch, long count) {
            steps.add(0L);
          }

          @Override
          public void stepped(int epoch, long step, int items, double loss) {
            steps.set(epoch - 1, step);
          }

          @Override
          public void epochEnded(int epoch, Map<String, Double> metrics) {
            assertThat(metrics).containsKey("train/loss");
          }
        };
    try (Session session = lab.session(plan)) {
      Result result = session.train(watcher, () -> false);
      double[] parameters = session.executable().parameters().toArray();
      return new Trained(result, DoubleStream.of(parameters).boxed().toList(), steps);
    }
  }

  @Test
  void theLastEpochHasTheStepsThatAreLeft() {
    Trained trained = train("steps: 8");
    assertThat(trained.stepsOfEpochs()).containsExactly(3L, 3L, 2L);
    assertThat(trained.result().epochs()).isEqualTo(3);
    assertThat(trained.result().steps()).isEqualTo(8);
  }

  @Test
  void anEpochMayBeShorterOrLongerThanAPass() {
    assertThat(train("steps: 9, steps_per_epoch: 2").stepsOfEpochs())
        .containsExactly(2L, 2L, 2L, 2L, 1L);
    assertThat(train("epochs: 2, steps_per_epoch: 5").stepsOfEpochs()).containsExactly(5L, 5L);
  }

  @Test
  void samplesComeInTheSameOrderWhateverAnEpochIs() {
    List<Double> passes = train("epochs: 4").parameters();
    assertThat(train("steps: 12").parameters()).isEqualTo(passes);
    assertThat(train("steps: 12, steps_per_epoch: 5").parameters()).isEqualTo(passes);
    assertThat(train("steps: 11").parameters()).isNotEqualTo(passes);
  }

  @Test
  void epochsAndStepsTogetherAreAContradiction() {
    Problems problems = new Problems();
    lab.plan(EXPERIMENT.formatted("epochs: 3, steps: 5"), problems);
    assertThat(problems.sorted())
        .extracting(Problem::message)
        .containsExactly("exactly one of the keys `epochs` and `steps` is needed");
  }
}
