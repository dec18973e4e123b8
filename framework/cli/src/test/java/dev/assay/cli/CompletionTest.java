package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion scripts, in the shells that they are for. */
class CompletionTest {

  @TempDir Path folder;

  private static boolean has(String shell) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(part -> Files.isExecutable(Path.of(part, shell)));
  }

  private Path script(String shell) throws IOException {
    assumeTrue(has(shell), shell + " is not installed");
    Result result = Cli.inProject().run("completion", shell);
    assertThat(result.exitCode()).isZero();
    return Files.writeString(folder.resolve("completion." + shell), result.out());
  }

  private static List<String> output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return out.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** What bash offers for the last word of a command. */
  private List<String> bash(Path script, String... words) throws IOException, InterruptedException {
    String test =
        """
        compopt() { :; }
        source "$1"
        shift
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _assay
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    List<String> command = new java.util.ArrayList<>(List.of("bash", "-c", test, "bash"));
    command.add(script.toString());
    command.addAll(List.of(words));
    return output(command.toArray(String[]::new));
  }

  @Test
  void bashCompletesVerbsOptionsKeysAndComponents() throws IOException, InterruptedException {
    Path script = script("bash");
    assertThat(bash(script, "assay", "com")).containsExactly("completion");
    assertThat(bash(script, "assay", "check", "--res")).contains("--resolved");
    assertThat(bash(script, "assay", "run", "x.yaml", "--set", "optimizer.ep"))
        .containsExactly("optimizer.epsilon=");
    assertThat(bash(script, "assay", "run", "x.yaml", "--set", "+training.ep"))
        .containsExactly("+training.epochs=");
    assertThat(bash(script, "assay", "run", "x.yaml", "--set", "~training.ep"))
        .containsExactly("~training.epochs");
    assertThat(bash(script, "assay", "explain", "causal")).contains("causal_attention");
    assertThat(bash(script, "assay", "explain", "evaluation.me")).contains("evaluation.metrics");
    assertThat(bash(script, "assay", "check", "--format", "s")).containsExactly("sarif");
  }

  @Test
  void zshCompletesVerbsKeysAndComponents() throws IOException, InterruptedException {
    Path script = script("zsh");
    String test =
        """
        compdef() { :; }
        compset() { PREFIX=${word#?}; }
        _files() { :; }
        compadd() { while [[ $1 == -* && $1 != -- ]]; do shift 2; done; shift; print -l -- $@; }
        source $1
        shift
        words=("$@") CURRENT=$#
        _assay
        """;
    assertThat(output("zsh", "-f", "-c", test, "zsh", script.toString(), "assay", "c"))
        .contains("check", "completion");
    assertThat(
            output(
                "zsh", "-f", "-c", test, "zsh", script.toString(), "assay", "run", "--set", "opt"))
        .contains("optimizer.learning_rate", "training.epochs");
    assertThat(output("zsh", "-f", "-c", test, "zsh", script.toString(), "assay", "explain", "d"))
        .contains("dense", "optimizer.beta1");
  }

  @Test
  void fishCompletesVerbsKeysAndComponents() throws IOException, InterruptedException {
    Path script = script("fish");
    assertThat(fish(script, "assay com")).anyMatch(line -> line.startsWith("completion"));
    assertThat(fish(script, "assay run x.yaml --set optimizer.ep"))
        .containsExactly("optimizer.epsilon=");
    assertThat(fish(script, "assay explain causal")).contains("causal_attention");
  }

  private static List<String> fish(Path script, String line)
      throws IOException, InterruptedException {
    return output(
        "fish",
        "--no-config",
        "-c",
        "source $argv[1]; complete -C $argv[2]",
        "--",
        script.toString(),
        line);
  }

  @Test
  void anotherShellIsRefused() {
    Result result = Cli.inProject().run("completion", "tcsh");
    assertThat(result.exitCode()).isEqualTo(Exit.CONFIGURATION);
    assertThat(result.err()).contains("tcsh").contains("bash, zsh, fish");
  }
}
