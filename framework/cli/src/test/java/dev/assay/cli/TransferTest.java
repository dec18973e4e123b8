package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run's network begins with what another run has learned. */
class TransferTest {

  @TempDir Path folder;

  private String file(String name, String keys) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    Files.writeString(
        file,
        """
        assay: 1
        name: %s
        dataset: {type: mnist, batch_size: 64, train: 640, test: 200%s}
        optimizer: {type: adam, learning_rate: 0.001}
        training: {epochs: 1}
        evaluation: {metrics: [accuracy], on: test}
        """
            .formatted(name, keys));
    return file.toString();
  }

  private static final String BODY =
      """
      architecture:
        layers:
          - {type: flatten}
          - {name: body, type: dense, units: 20, activation: relu}
      """;

  private Result cli(String... arguments) {
    List<String> all =
        Stream.concat(
                Stream.of(arguments), Stream.of("--results", folder.resolve("results").toString()))
            .toList();
    return Cli.inProject().run(all.toArray(String[]::new));
  }

  @Test
  void aRunIsTakenOverByItsFolderAndRemembered() throws IOException {
    String digits = file("digits", "");
    Files.writeString(
        Path.of(digits),
        BODY + "    - {name: head, type: output, loss: cross_entropy}\n",
        StandardOpenOption.APPEND);
    JsonNode donor = cli("run", digits, "--format", "json").json();

    String parity = file("parity", ", targets: parity");
    Files.writeString(
        Path.of(parity),
        BODY
            + """
                - {type: dense, units: 30, activation: relu}
                - {name: head, type: output, loss: cross_entropy}
            transfer: {run: results/digits, layers: body, frozen: true}
            """,
        StandardOpenOption.APPEND);
    Result run = cli("run", parity, "--format", "json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path taker = Path.of(run.json().get("directory").asText());
    JsonNode origin =
        Json.MAPPER.readTree(taker.resolve("provenance.json").toFile()).get("transfers").get(0);
    assertThat(origin.get("run").asText()).isEqualTo("digits/" + donor.get("run").asText());
    assertThat(origin.get("sha256")).isEqualTo(donor.get("model_sha256"));
    assertThat(origin.get("layers").get("body").asText()).isEqualTo("body");
    assertThat(taker.resolve("resolved.yaml"))
        .content()
        .contains(donor.get("directory").asText(), donor.get("model_sha256").asText());
    assertThat(taker.resolve("journal.jsonl"))
        .content()
        .contains("\"assay.transfer.sha256\":\"" + donor.get("model_sha256").asText());

    Files.move(folder.resolve("results/digits"), folder.resolve("elsewhere"));
    Result again = cli("evaluate", "parity/" + run.json().get("run").asText(), "--format", "json");
    assertThat(again.json().get("metrics").get("test/loss"))
        .isEqualTo(run.json().get("metrics").get("test/loss"));
    Result missing = cli("run", parity);
    assertThat(missing.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(missing.err()).contains("there is no run results/digits", "parity.yaml:13:17");
  }
}
