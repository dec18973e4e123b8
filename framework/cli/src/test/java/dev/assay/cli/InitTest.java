package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {

  @TempDir Path folder;

  private Result run(String... arguments) {
    return new Cli(folder, Map.of(), List.of()).run(arguments);
  }

  @Test
  void whatItWritesPassesACheckWithoutAWarning() throws IOException {
    Result result = run("init", "first");
    assertThat(result.exitCode()).as(result.err()).isZero();
    Result check = run("check", "first.yaml");
    assertThat(check.out()).isEqualTo("1 file: no problems\n");
    String text = Files.readString(folder.resolve("first.yaml"));
    assertThat(text).contains("name: first\n", "#   ./assay run first.yaml\n");
    assertThat(text.lines().filter(line -> line.contains("#"))).hasSizeGreaterThan(10);
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), "precious");
    Result result = run("init", "mine");
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.err()).contains("mine.yaml is there already, and stays as it is");
    assertThat(folder.resolve("mine.yaml")).hasContent("precious");
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    assertThat(run("init", "../..").err()).contains("`..` is no name");
    assertThat(run("init", "no/such/folder/x").err()).contains("does not exist");
  }
}
