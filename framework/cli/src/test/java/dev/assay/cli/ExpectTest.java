package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ExpectTest {

  @TempDir Path folder;

  @Test
  void theNetworksComputedByHandComeOut() {
    Result result = Cli.inProject().run("test", "experiments/checks", "--format", "json");
    assertThat(result.exitCode()).as(result.out()).isZero();
    assertThat(result.json().get("passed").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(result.json().get("failed").asInt()).isZero();
  }

  @Test
  void shortExperimentsHoldWhatTheyExpect() {
    holds("experiments/tabular");
    holds("experiments/question-answering");
    holds("experiments/literature");
  }

  /** Ten minutes on two cores. */
  @TestFactory
  @Tag("nightly")
  Stream<DynamicTest> experimentHoldsWhatItExpects() throws IOException {
    List<String> files;
    try (Stream<Path> all = Files.walk(Cli.PROJECT.resolve("experiments"))) {
      files = all.map(Path::toString).filter(file -> file.endsWith(".yaml")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(30);
    return files.stream().map(file -> DynamicTest.dynamicTest(file, () -> holds(file)));
  }

  private static void holds(String path) {
    Result result = Cli.inProject().runWithin(Duration.ofHours(1), "test", path);
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains(" passed, 0 failed").doesNotContain("\n0 passed");
  }

  @Test
  void dataThatCannotBeReadFailsAndTheOtherFilesAreTested() throws IOException {
    Files.createDirectories(folder.resolve("images/a"));
    Files.writeString(folder.resolve("images/a/1.png"), "no image");
    Files.writeString(
        folder.resolve("broken.yaml"),
        """
        assay: 1
        name: broken
        dataset: {type: images, folder: images, size: 4, split: {test: 0}}
        architecture: {layers: [{type: flatten}, {type: output, loss: cross_entropy}]}
        expect: {loss: 1}
        """);
    Files.copy(
        Cli.PROJECT.resolve("experiments/checks/one-layer-by-hand.yaml"),
        folder.resolve("right.yaml"));
    Result result = Cli.inProject().run("test", folder.toString());
    assertThat(result.exitCode()).isEqualTo(Exit.FAILED);
    assertThat(result.out()).contains("1 passed, 1 failed").contains("a/1.png (no image");
  }

  @Test
  void aWrongExpectationFailsAndSaysBothNumbers() throws IOException {
    Path file = folder.resolve("wrong.yaml");
    String right =
        Files.readString(Cli.PROJECT.resolve("experiments/checks/relu-net-by-hand.yaml"));
    Files.writeString(file, right.replace("sums: [15, -13]", "sums: [15, -12]"));
    Result result = Cli.inProject().run("test", file.toString(), "--format", "json");
    assertThat(result.exitCode()).isEqualTo(Exit.FAILED);
    JsonNode failed =
        result.json().get("files").get(0).get("expectations").findParents("key").stream()
            .filter(expectation -> !expectation.get("passed").asBoolean())
            .findFirst()
            .orElseThrow();
    assertThat(failed.get("key").asText()).isEqualTo("activations.sums");
    assertThat(failed.get("expected").asText()).startsWith("-12");
    assertThat(failed.get("actual").asText()).startsWith("-13");
  }
}
