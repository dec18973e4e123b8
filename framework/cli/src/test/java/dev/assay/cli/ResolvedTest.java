package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --resolved}, and what a resolved file is good for. */
class ResolvedTest {

  @TempDir Path folder;

  @BeforeEach
  void threeFiles() throws IOException {
    Files.createDirectories(folder.resolve("parts/data"));
    Files.writeString(folder.resolve("parts/data/words.txt"), "to be or not to be ".repeat(200));
    Files.writeString(
        folder.resolve("parts/base.yaml"),
        """
        # What is read.
        assay: 1
        name: reader
        dataset: {type: text, file: data/words.txt, window: 10, batch_size: 10}
        architecture:
          layers:
            - {type: token_embedding, width: 5}
            # The only one that learns.
            - {type: lstm, name: memory, units: 5}
            - {type: output, loss: cross_entropy}
        optimizer: {type: adam, learning_rate: 0.01} # found by hand
        training: {epochs: 1}
        """);
    Files.writeString(
        folder.resolve("main.yaml"),
        """
        extends: parts/base.yaml
        # Twice as large.
        architecture:
          layers:
            - {name: memory, units: "${dataset.window}"}
        """);
  }

  private Result run(String... arguments) {
    return new Cli(folder, Map.of(), List.of()).run(arguments);
  }

  @Test
  void aResolvedFileReadAgainEqualsItselfWhereverItLies() throws IOException {
    Result first = run("check", "main.yaml", "--resolved");
    assertThat(first.err()).isEmpty();
    Path elsewhere = Files.createDirectories(folder.resolve("some/where/else"));
    Files.writeString(elsewhere.resolve("resolved.yaml"), first.out());
    Result again = run("check", "some/where/else/resolved.yaml", "--resolved");
    assertThat(again).isEqualTo(first);
    assertThat(first.out())
        .contains("file: " + folder.toRealPath().resolve("parts/data/words.txt"));
    assertThat(run("check", "some/where/else/resolved.yaml").exitCode()).isZero();
  }

  @Test
  void commentsStayWhereTheyStood() {
    assertThat(run("check", "main.yaml", "--resolved").out())
        .startsWith("# What is read.\nassay: 1\n")
        .contains("    # The only one that learns.\n    - {type: lstm, name: memory, units: 10}\n")
        .contains("learning_rate: 0.01} # found by hand\n");
  }

  @Test
  void originsNameTheFileTheLineAndWhatWasThereBefore() {
    assertThat(
            run("check", "main.yaml", "--resolved", "--origins", "--set", "training.epochs=3")
                .out())
        .contains("units: 10 # main.yaml:5, instead of parts/base.yaml:9\n")
        .contains("epochs: 3 # `--set training.epochs=3`, instead of parts/base.yaml:12\n")
        .contains("window: 10 # parts/base.yaml:4\n");
  }

  @Test
  void explainShowsTheStackOfPlaces() {
    Result result =
        run(
            "explain",
            "main.yaml",
            "architecture.layers[1].units",
            "--format",
            "json",
            "--set",
            "architecture.layers[1].units=7");
    assertThat(result.json().get("value").asText()).isEqualTo("7");
    assertThat(result.json().get("set_in").toString())
        .isEqualTo(
            "[\"parts/base.yaml:9\",\"main.yaml:5\",\"`--set architecture.layers[1].units=7`\"]");
    assertThat(result.json().get("explanations")).hasSize(1);
    assertThat(result.json().get("explanations").get(0).asText())
        .startsWith("`units` of layer `lstm`");
  }

  @Test
  void explainTellsDefaults() {
    assertThat(run("explain", "main.yaml", "seed").out()).startsWith("seed: 1   (the default)\n");
  }

  @Test
  void explainOfAKeyThatIsNoneNamesTheNearest() {
    Result result = run("explain", "main.yaml", "training.epohcs");
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.err()).contains("there is no key `training.epohcs`", "`training.epochs`");
  }

  @Test
  void aPathBehindAnOptionStartsFromWhereTheProgramWasStarted() {
    Result result =
        run("check", "main.yaml", "--set", "dataset.file=parts/data/words.txt", "--resolved");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("/parts/data/words.txt");
  }

  @Test
  void aPartOfOtherFilesIsNoExperimentAndNoMistake() throws IOException {
    Files.writeString(folder.resolve("parts/base.yaml"), "name: part\n");
    Files.delete(folder.resolve("main.yaml"));
    assertThat(run("check", ".").exitCode()).isEqualTo(Exit.CONFIGURATION);
    threeFiles();
    String base = Files.readString(folder.resolve("parts/base.yaml"));
    Files.writeString(folder.resolve("parts/base.yaml"), base.replace("assay: 1\n", ""));
    Files.writeString(folder.resolve("main.yaml"), "extends: parts/base.yaml\nassay: 1\n");
    Result result = run("check", ".");
    assertThat(result.exitCode()).as(result.out()).isZero();
    assertThat(result.out()).startsWith("1 file: no problems");
    assertThat(run("check", "parts/base.yaml").exitCode()).isEqualTo(Exit.CONFIGURATION);
  }

  @Test
  void aProblemOfABaseIsToldOnce() throws IOException {
    String base = Files.readString(folder.resolve("parts/base.yaml"));
    Files.writeString(folder.resolve("parts/base.yaml"), base.replace("epochs", "epohcs"));
    Files.copy(folder.resolve("main.yaml"), folder.resolve("other.yaml"));
    Result result = run("check", ".", "--format", "json");
    assertThat(result.json().get("files").asInt()).isEqualTo(3);
    assertThat(result.json().get("problems").findValuesAsText("message"))
        .containsOnlyOnce("unknown key `epohcs` in `training`");
  }
}
