package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of some hundred parameters that has learned to go round in {@code abcd}. */
class GenerateTest {

  private static final String EXPERIMENT =
      """
      assay: 1
      name: round
      dataset: {type: text, file: round.txt, window: 8, validation: 0.2, batch_size: 16}
      architecture:
        layers:
          - {type: one_hot}
          - {type: lstm, units: 8}
          - {type: output, loss: cross_entropy}
      optimizer: {type: adam, learning_rate: 0.05}
      training: {epochs: 20}
      report:
        sample: {prompt: cd, length: 30, sampling: {temperature: 0.5}}
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void train() throws IOException {
    Files.writeString(folder.resolve("round.txt"), "abcd".repeat(200));
    Path file = folder.resolve("round.yaml");
    Files.writeString(file, EXPERIMENT);
    Result run = cli("run", file.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static Result cli(String... arguments) {
    return Cli.inProject().run(inFolder(arguments));
  }

  private static String[] inFolder(String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--results", folder.toString()))
        .toArray(String[]::new);
  }

  private static List<String> texts(String... arguments) {
    List<String> all =
        Stream.concat(
                Stream.of("generate", "last", "--prompt", "ab", "--format", "json"),
                Stream.of(arguments))
            .toList();
    return cli(all.toArray(String[]::new)).json().get("samples").findValuesAsText("text");
  }

  @Test
  void theMostProbableTextIsWrittenLongerThanAnyThatWasTrained() {
    Result written = cli("generate", "last", "--prompt", "bc", "--length", "20");
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(written.out()).isEqualTo("bc" + "dabc".repeat(5) + "\n");

    Result default200 = cli("generate", "last", "--prompt", "bc", "--format", "json");
    JsonNode document = default200.json();
    assertThat(document.get("prompt").asText()).isEqualTo("bc");
    assertThat(document.get("untrained").asBoolean()).isFalse();
    assertThat(document.get("samples")).hasSize(1);
    assertThat(document.get("samples").get(0).get("written").asText()).isEqualTo("dabc".repeat(50));
  }

  @Test
  void thePromptMayComeFromStandardInput() throws IOException, InterruptedException {
    Path out = folder.resolve("written.txt");
    Process process =
        Cli.inProject()
            .start(
                out, folder.resolve("errors.txt"), inFolder("generate", "last", "--length", "3"));
    try (OutputStream in = process.getOutputStream()) {
      in.write("da\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(process.waitFor()).isZero();
    assertThat(out).hasContent("dabcd\n");
  }

  @Test
  void theSeedDecidesWhatIsDrawn() {
    String[] hot = {"--temperature", "3", "--length", "40", "--count", "3"};
    List<String> texts = texts(hot);
    assertThat(texts).hasSize(3).doesNotHaveDuplicates().allMatch(text -> text.length() == 42);
    assertThat(texts(hot)).isEqualTo(texts);
    assertThat(texts("--temperature", "3", "--length", "40")).isEqualTo(texts.subList(0, 1));
    assertThat(texts("--temperature", "3", "--length", "40", "--seed", "2"))
        .isNotEqualTo(texts.subList(0, 1));
    String likeliest = texts("--length", "40").get(0);
    assertThat(texts("--temperature", "3", "--length", "40", "--top-k", "1"))
        .containsExactly(likeliest);
    assertThat(texts("--length", "40", "--top-p", "0.0001")).containsExactly(likeliest);
  }

  @Test
  void theUntrainedNetworkWritesSomethingElse() {
    assertThat(texts("--untrained").get(0)).isNotEqualTo(texts().get(0)).startsWith("ab");
  }

  @Test
  void aSymbolThatTheNetworkDoesNotKnowIsNamedWithThoseThatItKnows() {
    Result wrong = cli("generate", "last", "--prompt", "ab\n");
    assertThat(wrong.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(wrong.err())
        .isEqualTo(
            "assay: `\\n`, at place 3 of the text, is none of the 4 characters that the network knows;"
                + " it knows `abcd`\n");
  }

  @Test
  void whatCannotBeDrawnIsRefusedInASentence() {
    refused("--temperature is 0.0; it must be above 0", "--temperature", "0");
    refused("--top-p is 1.5; it must be above 0 and at most 1", "--top-p", "1.5");
    refused("--top-k is 0; it must be above 0", "--top-k", "0");
    refused("there is just one most probable text: --count needs", "--count", "2");
    refused("there is just one most probable text: --seed needs", "--seed", "2");
    refused("--length is 0; it must be above 0", "--length", "0");
    refused("the prompt is empty", "--prompt", "");
  }

  private static void refused(String why, String... arguments) {
    List<String> all =
        Stream.concat(
                Stream.of("generate", "last"),
                arguments[0].equals("--prompt")
                    ? Stream.of(arguments)
                    : Stream.concat(Stream.of("--prompt", "ab"), Stream.of(arguments)))
            .toList();
    Result result = cli(all.toArray(String[]::new));
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.err()).contains(why).hasLineCount(1);
  }

  @Test
  void theRunsPageShowsATextBeforeAndAfterTheTraining() throws IOException {
    Path run = Path.of(cli("runs", "--format", "json").json().findValuesAsText("directory").get(0));
    String before = Files.readString(run.resolve("texts/before-training.txt"));
    String after = Files.readString(run.resolve("texts/after-training.txt"));
    assertThat(before).hasSize(32).startsWith("cd").isNotEqualTo(after);
    assertThat(after).contains("abcdabcdabcd");
    assertThat(Files.readString(run.resolve("report.html"))).contains(before, after);
    assertThat(Files.readString(run.resolve("journal.jsonl")))
        .contains(
            "\"path\":\"texts/before-training.txt\"", "\"path\":\"texts/after-training.txt\"");
  }
}
