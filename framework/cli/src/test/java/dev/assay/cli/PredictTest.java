package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictTest {

  @TempDir Path folder;

  private Result cli(String... arguments) {
    List<String> all =
        Stream.concat(Stream.of(arguments), Stream.of("--results", folder.toString())).toList();
    return Cli.inProject().run(all.toArray(String[]::new));
  }

  @Test
  void aTableIsPredictedInItsOwnWords() throws IOException {
    JsonNode run = cli("run", "experiments/tabular/iris.yaml", "--format", "json").json();
    assertThat(run.get("metrics").get("test/accuracy").asDouble()).isGreaterThan(0.93);

    List<String> lines = cli("predict", "last").out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("sample,species,species_predicted,species_probability");
    assertThat(lines).hasSize(31);
    long right =
        lines.stream()
            .map(line -> line.split(","))
            .filter(cells -> cells[1].equals(cells[2]))
            .count();
    assertThat(right / 30.0).isEqualTo(run.get("metrics").get("test/accuracy").asDouble());

    Path flowers = folder.resolve("flowers.csv");
    Files.writeString(
        flowers,
        "petal_width,petal_length,sepal_width,sepal_length\n0.2,1.4,3.5,5.1\n2.3,5.2,3.0,6.7\n");
    Path answers = folder.resolve("answers.jsonl");
    Result predicted =
        cli(
            "predict",
            "last",
            "--input",
            flowers.toString(),
            "--as",
            "jsonl",
            "--output",
            answers.toString());
    assertThat(predicted.exitCode()).as(predicted.err()).isZero();
    List<String> written = Files.readAllLines(answers);
    assertThat(written).hasSize(2);
    assertThat(Json.MAPPER.readTree(written.get(0)).get("species_predicted").asText())
        .isEqualTo("setosa");
    assertThat(Json.MAPPER.readTree(written.get(1)).get("species_predicted").asText())
        .isEqualTo("virginica");

    Files.writeString(
        flowers,
        "petal_width,petal_length,sepal_width,sepal_length\n0.2,x,3.5,5.1\n1,1,1,1\n1,1,1,y\n");
    Result wrong = cli("predict", "last", "--input", flowers.toString());
    assertThat(wrong.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(wrong.err()).contains("sample 1 of").contains("`petal_length` is no number: `x`");
    assertThat(wrong.err()).contains("sample 3 of").contains("`sepal_length` is no number: `y`");

    Files.writeString(flowers, "");
    Result none = cli("predict", "last", "--input", flowers.toString());
    assertThat(none.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(none.err()).startsWith("assay: there are no samples in ");
  }

  @Test
  void aSequenceIsPredictedAsText() {
    cli("run", "experiments/sorting/binary.yaml", "--quiet");
    JsonNode predictions = cli("predict", "last", "--format", "json").json().get("predictions");
    assertThat(predictions).hasSize(1000);
    assertThat(predictions.get(0).get("target_predicted"))
        .isEqualTo(predictions.get(0).get("target"));
  }

  @Test
  void anAnswerIsAsLongAsItsQuestion() throws IOException {
    Path file = folder.resolve("tags.yaml");
    Files.writeString(
        file,
        """
        assay: 1
        name: tags
        dataset:
          type: inline
          batch_size: full
          symbols: 3
          classes: 2
          max_length: 4
          train:
            - {input: [1, 2, 0], target: [0, 1, 1]}
            - {input: [2], target: [1]}
        architecture:
          layers:
            - {type: token_embedding, width: 4}
            - {type: gru, units: 4}
            - {type: output, loss: cross_entropy}
        optimizer: {type: sgd, learning_rate: 0.1}
        training: {epochs: 1}
        """);
    Result run = cli("run", file.toString(), "--quiet");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode known =
        cli("predict", "last", "--split", "train", "--format", "json").json().get("predictions");
    assertThat(known.get(0).get("target").asText()).isEqualTo("011");
    assertThat(known.get(0).get("target_predicted").asText()).hasSize(3);
    assertThat(known.get(1).get("target_predicted").asText()).hasSize(1);

    Path asked = folder.resolve("asked.csv");
    Files.writeString(asked, "input\n2011\n20\n");
    JsonNode answers =
        cli("predict", "last", "--input", asked.toString(), "--format", "json")
            .json()
            .get("predictions");
    assertThat(answers.get(0).get("target_predicted").asText()).hasSize(4);
    assertThat(answers.get(1).get("target_predicted").asText()).hasSize(2);

    Files.writeString(asked, "input\n20110\n");
    Result wrong = cli("predict", "last", "--input", asked.toString());
    assertThat(wrong.err()).contains("`input` has the length 5, and the network takes");
  }
}
