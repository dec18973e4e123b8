package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what there is. */
class ReadmeTest {

  @TempDir Path folder;

  private static String readme() throws IOException {
    return Files.readString(Cli.PROJECT.resolve("README.md"));
  }

  private static List<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(readme())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void theExperimentIsTheOneThatIsRun() throws IOException {
    String shown = found("```yaml\n(.*?)```").get(0);
    assertThat(Files.readString(Cli.PROJECT.resolve("experiments/mnist/lenet.yaml")))
        .endsWith(shown);
  }

  @Test
  void theMistakesAreReportedAsShown() throws IOException {
    Path golden = Cli.PROJECT.resolve("framework/cli/src/test/golden/mistakes.yaml");
    Path mistakes = Files.copy(golden, folder.resolve("mistakes.yaml"));
    String said = Cli.inProject().run("check", mistakes.toString()).out().replace(folder + "/", "");
    String shown = found("    \\$ ./assay check mistakes.yaml\n(.*?)\n\n[A-Z]").get(0);
    assertThat(shown.lines().map(String::strip).toList())
        .isEqualTo(said.strip().lines().map(String::strip).toList());
  }

  @Test
  void everyVerbAndEveryFileIsThere() throws IOException {
    List<String> verbs = found("\\./assay ([a-z]+)");
    assertThat(verbs).hasSizeGreaterThan(15);
    assertThat(Main.commands().keySet()).containsAll(verbs);
    Matcher files =
        Pattern.compile("(?:experiments|framework|plugins|docker|results)/[a-zA-Z/._-]*[a-zA-Z]")
            .matcher(readme().replaceAll("results/[^R][^)\\s]*", ""));
    int count = 0;
    while (files.find()) {
      count++;
      assertThat(Cli.PROJECT.resolve(files.group())).exists();
    }
    assertThat(count).isGreaterThan(15);
  }
}
