package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.JournalReader;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

  private static final String SORTING = "experiments/sorting/binary.yaml";

  @TempDir Path folder;

  private Result run(String... arguments) {
    List<String> all =
        Stream.concat(
                Stream.of("run"),
                Stream.concat(Stream.of(arguments), Stream.of("--results", folder.toString())))
            .toList();
    return Cli.inProject().run(all.toArray(String[]::new));
  }

  @Test
  void theTransformerLearnsToSortAndSaysSo() throws IOException {
    Result result = run(SORTING, "--format", "json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode outcome = result.json();
    assertThat(outcome.get("status").asText()).isEqualTo("stopped");
    assertThat(outcome.get("stopped_by").asText()).contains("is below 0.01");
    assertThat(outcome.get("parameters").asInt()).isEqualTo(1130);
    assertThat(outcome.get("metrics").get("test/exact_match").asDouble()).isEqualTo(1.0);
    assertThat(outcome.get("items_per_second").asDouble()).isPositive();
    assertThat(outcome.get("model_sha256").asText()).hasSize(64);
    assertThat(outcome.has("tracking")).isFalse();
    Path run = Path.of(outcome.get("directory").asText());
    assertThat(run.resolve("experiment.yaml"))
        .hasSameTextualContentAs(Cli.PROJECT.resolve(SORTING));
    assertThat(run.resolve("checkpoints/last.zip")).isNotEmptyFile();
    assertPictures(run, "loss", "loss-log", "weights", "gradients");
    assertPictures(run, "attention-1", "attention-2");
    assertThat(run.resolve("plots/confusion.png")).doesNotExist(); // sequences are not of a class
    assertThat(JournalReader.all(run)).last().isInstanceOf(Event.End.class);
    assertThat(result.err().lines().filter(line -> line.startsWith("epoch ")))
        .hasSize(outcome.get("epochs").asInt());
  }

  @Test
  void theSameSeedGivesTheSameBitsAlsoFromTheResolvedFile() throws IOException {
    String[] brief = {"--set", "training.epochs=2", "--format", "json"};
    JsonNode first =
        run(Stream.concat(Stream.of(SORTING), Stream.of(brief)).toArray(String[]::new)).json();
    Path resolved = Path.of(first.get("directory").asText(), "resolved.yaml");
    JsonNode again = run(resolved.toString(), "--format", "json").json();
    JsonNode other = run(resolved.toString(), "--set", "seed=8", "--format", "json").json();
    assertThat(again.get("model_sha256")).isEqualTo(first.get("model_sha256"));
    assertThat(other.get("model_sha256")).isNotEqualTo(first.get("model_sha256"));
    assertThat(Path.of(again.get("directory").asText(), "resolved.yaml"))
        .hasSameTextualContentAs(resolved);
  }

  @Test
  void leNetLearnsDigits() throws IOException {
    Result result =
        run(
            "experiments/mnist/lenet.yaml",
            "--set",
            "dataset.train=6400",
            "--set",
            "dataset.test=1000",
            "--set",
            "training.epochs=1",
            "--format",
            "json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.json().get("parameters").asInt()).isEqualTo(61_706);
    assertThat(result.json().get("metrics").get("test/accuracy").asDouble()).isGreaterThan(0.75);
    Path run = Path.of(result.json().get("directory").asText());
    assertPictures(run, "loss", "confusion", "samples", "mistakes", "weights", "gradients");
    assertPictures(run, "calibration");
    assertThat(run.resolve("report.html"))
        .content()
        .contains("<th>precision</th>", "<td>input</td><td>mean 0.1");
    JsonNode classes = json(run.resolve("plots/classes.json"));
    assertThat(classes.findValues("samples").stream().mapToInt(JsonNode::asInt).sum())
        .isEqualTo(1000);
    JsonNode train = json(run.resolve("data.json")).get("splits").get(0);
    assertThat(train.get("classes").get("target").get("0").asInt()).isBetween(500, 800);
  }

  @Test
  void everyHeadOfClassesOrOfYesAndNoHasItsPictures() throws IOException {
    String experiment =
        """
        assay: 1
        name: heads
        dataset:
          type: inline
          categories: {kind: 3}
          train:
            - {input: [0, 2], targets: {kind: 2, big: [1], margin: [-1]}}
            - {input: [1, 0], targets: {kind: 0, big: [0], margin: [1]}}
            - {input: [1, 1], targets: {kind: 0, big: [1], margin: [1]}}
        architecture:
          layers:
            - {name: kind, from: input, type: output, target: kind, loss: cross_entropy}
            - {name: big, from: input, type: output, target: big, loss: binary_cross_entropy}
            - {name: margin, from: input, type: output, target: margin, loss: hinge}
        weights:
          big: {weight: [[0], [2]], bias: [-1]}
        training: {epochs: 0}
        evaluation: {metrics: [accuracy], on: train}
        """;
    Path file = Files.writeString(folder.resolve("heads.yaml"), experiment);
    Result result = run(file.toString(), "--format", "json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    Path run = Path.of(result.json().get("directory").asText());
    assertPictures(run, "confusion-kind", "confusion-big", "confusion-margin");
    assertPictures(run, "calibration-kind", "calibration-big");
    assertThat(run.resolve("plots/calibration-margin.png")).doesNotExist(); // no probabilities
    assertThat(run.resolve("plots/fit-big.png")).doesNotExist();
    assertThat(json(run.resolve("plots/classes-big.json")))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                [{"name": "no", "samples": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0},
                 {"name": "yes", "samples": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0}]
                """));
    assertThat(run.resolve("report.html")).content().contains("Every class of margin");
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.MAPPER.readTree(file.toFile());
  }

  private static void assertPictures(Path run, String... names) {
    for (String name : names) {
      assertThat(run.resolve("plots/" + name + ".png")).isNotEmptyFile();
      assertThat(run.resolve("report.html")).content().contains("alt=\"" + name + ".png\"");
    }
  }

  @Test
  void whatIsDrawnCanBeChosen() {
    String[] brief = {"--set", "training.epochs=1", "--set", "report.pictures=[histograms]"};
    Result result =
        run(
            Stream.concat(Stream.of(SORTING, "--format", "json"), Stream.of(brief))
                .toArray(String[]::new));
    Path run = Path.of(result.json().get("directory").asText());
    assertPictures(run, "weights", "gradients");
    assertThat(run.resolve("plots/loss.png")).doesNotExist();
  }

  @Test
  void twoRunsInTheSameSecondHaveFoldersOfTheirOwn() throws Exception {
    Process[] runs = new Process[2];
    for (int i = 0; i < 2; i++) {
      runs[i] =
          Cli.inProject()
              .start(
                  folder.resolve(i + ".out"),
                  folder.resolve(i + ".err"),
                  "run",
                  SORTING,
                  "--set",
                  "training.epochs=1",
                  "--results",
                  folder.resolve("results").toString());
    }
    for (Process run : runs) {
      assertThat(run.waitFor()).isZero();
    }
    try (Stream<Path> folders = Files.list(folder.resolve("results/sorting-binary"))) {
      assertThat(folders.filter(run -> Files.exists(run.resolve("outcome.json")))).hasSize(2);
    }
  }

  private static final String[] ENDLESS = {
    "run", SORTING, "--set", "~stopping", "--set", "training.epochs=100000", "--results"
  };

  private String[] endless() {
    return Stream.concat(Stream.of(ENDLESS), Stream.of(folder.resolve("results").toString()))
        .toArray(String[]::new);
  }

  @Test
  void terminatedItEndsCleanly() throws Exception {
    Path err = folder.resolve("err");
    Process run = Cli.inProject().start(folder.resolve("out"), err, endless());
    awaitSecondEpoch(run, err);
    run.destroy();
    assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(143);
    assertKilled();
  }

  @Test
  void controlCOnATerminalEndsItCleanly() throws Exception {
    Path shown = folder.resolve("shown");
    Process run = Cli.inProject().startOnTerminal(shown, endless());
    awaitSecondEpoch(run, shown);
    run.getOutputStream().write('\003');
    run.getOutputStream().flush();
    assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(Exit.INTERRUPTED);
    assertKilled();
    assertThat(shown).content().contains("items/s").containsPattern("training +\\d+%");
  }

  private static void awaitSecondEpoch(Process run, Path shown) throws Exception {
    while (!Files.readString(shown).contains("epoch 2/")) {
      assertThat(run.isAlive()).as(Files.readString(shown)).isTrue();
      Thread.sleep(50);
    }
  }

  /** The journal is whole, and says that the run was killed. */
  private void assertKilled() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("results/sorting-binary"))) {
      List<Event> events = JournalReader.all(folders.findFirst().orElseThrow());
      assertThat(events).last().isInstanceOf(Event.End.class);
      Event.End end = (Event.End) events.get(events.size() - 1);
      assertThat(end.status()).isEqualTo(Event.Status.KILLED);
    }
  }

  @Test
  void resultsThatCannotBeWrittenAreSaidInOneLine() {
    Result result = Cli.inProject().run("run", SORTING, "--results", "/dev/null/results");
    assertThat(result.exitCode()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(result.err())
        .startsWith("assay: /dev/null/results/sorting-binary cannot be written")
        .hasLineCount(1);
  }

  @Test
  void aDamagedFileIsSaidWithItsDigestAndLeavesNothing() throws IOException {
    Path mnist = Files.createDirectories(folder.resolve("data/mnist"));
    for (String file :
        List.of(
            "train-images-idx3-ubyte",
            "train-labels-idx1-ubyte",
            "t10k-images-idx3-ubyte",
            "t10k-labels-idx1-ubyte")) {
      Files.writeString(mnist.resolve(file), "damaged");
    }
    Result result =
        run("experiments/mnist/lenet.yaml", "--data-dir", folder.resolve("data").toString());
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.err()).contains("-ubyte is damaged: its SHA-256 is").doesNotContain("\tat ");
    assertThat(folder.resolve("mnist-lenet")).doesNotExist();
  }

  @Test
  void aGpuThatIsNotThereIsSaidInOneLine() {
    Result result = run(SORTING, "--device", "gpu");
    assertThat(result.exitCode()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(result.err())
        .startsWith("assay: device gpu: this build carries no CUDA backend")
        .hasLineCount(1);
  }

  @Test
  void anUnknownVerbIsAnsweredWithTheNearest() {
    Result result = Cli.inProject().run("rnu", SORTING);
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.err())
        .isEqualToIgnoringNewLines("assay: there is no verb `rnu`; did you mean `run`?");
  }
}
