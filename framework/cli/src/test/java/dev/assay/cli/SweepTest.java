package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

  private static final String FILE = "experiments/sweeps/learning-rate.yaml";

  @TempDir Path results;

  @Test
  void eachLearningRateIsARunAndTheLargeOneDiverges() {
    Result result =
        Cli.inProject()
            .run(
                "sweep",
                FILE,
                "--set",
                "dataset.train=3000",
                "--set",
                "dataset.test=500",
                "--set",
                "training.epochs=2",
                "--workers",
                "2",
                "--format",
                "json",
                "--results",
                results.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode trials = result.json().get("trials");
    assertThat(trials).hasSize(3);
    assertThat(trials.get(0).get("values").get("optimizer.learning_rate").asText())
        .isEqualTo("0.0001");
    assertThat(trials.get(0).get("status").asText()).isEqualTo("finished");
    assertThat(trials.get(2).get("status").asText()).isEqualTo("diverged");
    assertThat(result.json().get("best").get("number").asInt()).isEqualTo(2);
    Path sweep = Path.of(result.json().get("directory").asText());
    assertThat(sweep.resolveSibling(sweep.getFileName() + "-trial-1").resolve("resolved.yaml"))
        .content()
        .contains("threads: " + Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    for (int number = 1; number <= 3; number++) {
      assertThat(sweep.resolveSibling(sweep.getFileName() + "-trial-" + number))
          .isDirectoryContaining("glob:**/journal.jsonl");
    }
    JsonNode runs =
        Cli.inProject().run("runs", "--results", results.toString(), "--format", "json").json();
    assertThat(runs.get("runs")).hasSize(4);
  }

  @Test
  void foldsAreAveragedOver() {
    Result result =
        Cli.inProject()
            .run(
                "sweep",
                "experiments/sweeps/iris-folds.yaml",
                "--set",
                "training.epochs=3",
                "--format",
                "json",
                "--results",
                results.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    double[] accuracies = new double[5];
    for (int fold = 0; fold < 5; fold++) {
      accuracies[fold] = result.json().get("trials").get(fold).get("objective").asDouble();
    }
    double mean = Arrays.stream(accuracies).average().orElseThrow();
    double squares = Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum();
    JsonNode average = result.json().get("averages").get(0);
    assertThat(average.get("trials").asInt()).isEqualTo(5);
    assertThat(average.get("mean").asDouble()).isCloseTo(mean, within(1e-12));
    assertThat(average.get("deviation").asDouble())
        .isCloseTo(Math.sqrt(squares / 4), within(1e-12));
    assertThat(result.json().get("best").get("objective").asDouble())
        .isCloseTo(mean, within(1e-12));
  }

  @Test
  void previewRunsNothing() {
    Result result =
        Cli.inProject().run("sweep", FILE, "--preview", "--results", results.toString());
    assertThat(result.out()).hasLineCount(4).startsWith("1  optimizer.learning_rate=0.0001");
    assertThat(result.out()).contains("3 trials, 1 at a time with ");
    assertThat(results).isEmptyDirectory();
  }

  private JsonNode preview(String... more) {
    List<String> arguments = new ArrayList<>(List.of("sweep", FILE, "--preview"));
    arguments.addAll(List.of("--format", "json", "--results", results.toString()));
    arguments.addAll(List.of(more));
    Cli four = new Cli(Cli.PROJECT, Map.of(), List.of("-XX:ActiveProcessorCount=4"));
    return four.run(arguments.toArray(String[]::new)).json();
  }

  @Test
  void trialsShareTheCores() {
    assertThat(preview().get("threads").asInt()).isEqualTo(4);
    assertThat(preview("--workers", "2").get("threads").asInt()).isEqualTo(2);
    JsonNode ofFile = preview("--set", "sweep.workers=3");
    assertThat(ofFile.get("workers").asInt()).isEqualTo(3);
    assertThat(ofFile.get("threads").asInt()).isEqualTo(1);
    assertThat(preview("--workers", "9").get("workers").asInt()).isEqualTo(3); // of three trials
    assertThat(preview("--workers", "2", "--set", "training.threads=4").get("threads").asInt())
        .isEqualTo(4); // as the user says
  }
}
