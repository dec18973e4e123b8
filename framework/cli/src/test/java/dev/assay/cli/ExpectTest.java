package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
