package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {

  private static final String SORTING = "experiments/sorting/binary.yaml";

  @TempDir Path folder;

  private Result cli(String... arguments) {
    List<String> all =
        Stream.concat(Stream.of(arguments), Stream.of("--results", folder.toString())).toList();
    return Cli.inProject().run(all.toArray(String[]::new));
  }

  @Test
  void aTrainedNetworkIsMeasuredAgainAndOtherwise() throws IOException {
    JsonNode trained = cli("run", SORTING, "--set", "training.epochs=2", "--format", "json").json();
    Result result = cli("evaluate", "last", "--format", "json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode again = result.json();
    assertThat(again.get("run")).isEqualTo(trained.get("run"));
    assertThat(cli("report", "sorting-binary").exitCode()).isZero();
    assertThat(cli("report", folder.resolve("sorting-binary").toString()).exitCode()).isZero();
    assertThat(again.get("parameters")).isEqualTo(trained.get("parameters"));
    assertThat(again.get("metrics").get("test/loss"))
        .isEqualTo(trained.get("metrics").get("test/loss"));
    Path report = Path.of(cli("report", "last").out().strip());
    assertThat(report)
        .content()
        .contains("<h1>sorting-binary</h1>")
        .contains("<title>sorting-binary ")
        .contains("test/exact_match", "data:image/png;base64,", "causal_attention");
    JsonNode other =
        cli(
                "evaluate",
                trained.get("directory").asText(),
                "--set",
                "evaluation.on=[train, test]",
                "--set",
                "+evaluation.metrics=[perplexity]",
                "--format",
                "json")
            .json();
    assertThat(other.get("metrics").fieldNames())
        .toIterable()
        .contains("train/loss", "train/exact_match", "train/perplexity");

    Result wrongNetwork =
        cli("evaluate", "last", "--set", "architecture.layers[2].repeat=1", "--set", "~expect");
    assertThat(wrongNetwork.exitCode()).isEqualTo(Exit.FAILED);
    assertThat(wrongNetwork.err()).contains("last.zip holds 1,130 parameters, the network has");

    Path checkpoint = Path.of(trained.get("directory").asText(), "checkpoints/last.zip");
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length / 2] ^= 1;
    Files.write(checkpoint, bytes);
    Result damaged = cli("evaluate", "last");
    assertThat(damaged.exitCode()).isEqualTo(Exit.FAILED);
    assertThat(damaged.err()).startsWith("assay: ").contains("last.zip").hasLineCount(1);
  }

  @Test
  void aWordThatAnOptionDoesNotTakeIsSaid() {
    assertThat(cli("predict", "last", "--as", "xml").err())
        .isEqualTo("assay: `--as` takes `csv` or `jsonl`\n");
    assertThat(cli("generate", "last", "--top-k", "many").err())
        .isEqualTo("assay: `--top-k` takes a whole number, not `many`\n");
    assertThat(cli("generate", "last", "--top-p", "half").err())
        .isEqualTo("assay: `--top-p` takes a number, not `half`\n");
  }

  @Test
  void aRunThatIsNotThereIsSaid() {
    Result result = cli("evaluate", "lst");
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.err())
        .startsWith("assay: there is no finished run `lst` in")
        .contains("did you mean `last`?");
  }
}
