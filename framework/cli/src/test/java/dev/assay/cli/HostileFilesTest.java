package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import dev.assay.cli.HostileFiles.Hostile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program, with little memory, over files of a stranger. */
class HostileFilesTest {

  private static final int LONGEST_ANSWER = 1_000_000;

  @TempDir Path folder;

  @Test
  void eachHasAProblemInItsPlaceAndNoneTakesTheProgramDown() throws IOException {
    List<Hostile> files = HostileFiles.all();
    assertThat(files).hasSizeGreaterThan(50);
    for (Hostile file : files) {
      Files.write(path(file), file.content().get());
    }
    Result result = cli().run("check", folder.toString(), "--format", "json");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.out()).hasSizeLessThan(LONGEST_ANSWER);
    JsonNode problems = result.json().get("problems");
    for (Hostile file : files) {
      List<String> found = new ArrayList<>();
      problems.forEach(problem -> found.add(line(problem)));
      String start = path(file) + ":" + file.line() + ": ";
      assertThat(found)
          .as(file.name())
          .anyMatch(line -> line.startsWith(start) && line.contains(file.says()))
          .noneMatch(line -> line.startsWith(path(file) + ":") && line.contains("Exception"));
    }
  }

  @Test
  void noAnswerSteersTheTerminalOrFloodsIt() throws IOException {
    for (Hostile file : HostileFiles.all()) {
      Files.write(path(file), file.content().get());
    }
    Result result = cli().run("check", folder.toString());
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.out()).hasSizeLessThan(LONGEST_ANSWER);
    assertThat(result.out().chars().filter(c -> c < ' ' && c != '\n' && c != '\t')).isEmpty();
    assertThat(result.out()).doesNotContain("\u202e");
  }

  private static Cli cli() {
    return new Cli(Cli.PROJECT, Map.of(), List.of("-Xmx160m"));
  }

  private Path path(Hostile file) {
    return folder.resolve(file.name() + ".yaml");
  }

  private static String line(JsonNode problem) {
    return "%s:%d: %s"
        .formatted(
            problem.get("file").asText(),
            problem.get("line").asInt(),
            problem.get("message").asText());
  }
}
