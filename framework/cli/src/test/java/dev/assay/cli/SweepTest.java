package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import java.nio.file.Path;
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
    for (int number = 1; number <= 3; number++) {
      assertThat(sweep.resolveSibling(sweep.getFileName() + "-trial-" + number))
          .isDirectoryContaining("glob:**/journal.jsonl");
    }
    JsonNode runs =
        Cli.inProject().run("runs", "--results", results.toString(), "--format", "json").json();
    assertThat(runs.get("runs")).hasSize(4);
  }

  @Test
  void previewRunsNothing() {
    Result result =
        Cli.inProject().run("sweep", FILE, "--preview", "--results", results.toString());
    assertThat(result.out()).hasLineCount(3).startsWith("1  optimizer.learning_rate=0.0001");
    assertThat(results).isEmptyDirectory();
  }
}
