package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reader of the language's page may copy works: each block of YAML is written to the file
 * that its first line names, and each command is run and answers what stands below it. With
 * -Dgolden.update=true the answers are written anew.
 */
class LanguagePageTest {

  private static final Path PAGE = Cli.PROJECT.resolve("framework/reference/language.md");
  private static final Pattern BLOCK =
      Pattern.compile("```(yaml|console)\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("# ([a-z/_-]+\\.yaml)\\n");
  private static final String PROMPT = "$ ";

  @TempDir Path folder;

  private int files;
  private int commands;

  @BeforeEach
  void aProjectOfItsOwn() throws IOException {
    Files.createDirectory(folder.resolve(".git")); // where the search path ends
  }

  @Test
  void examplesDoWhatThePageSays() throws IOException {
    String page = Files.readString(PAGE);
    String run = run(page);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, run);
    }
    assertThat(run).isEqualTo(Files.readString(PAGE));
    assertThat(files).isGreaterThan(15);
    assertThat(commands).isGreaterThan(15);
  }

  /** The page with the answers that the program gives now. */
  private String run(String page) throws IOException {
    StringBuilder run = new StringBuilder();
    Matcher block = BLOCK.matcher(page);
    int done = 0;
    while (block.find()) {
      run.append(page, done, block.start(2));
      boolean yaml = block.group(1).equals("yaml");
      run.append(yaml ? written(block.group(2)) : answered(block.group(2)));
      done = block.end(2);
    }
    return run.append(page.substring(done)).toString();
  }

  private String written(String yaml) throws IOException {
    Matcher name = FILE.matcher(yaml);
    assertThat(name.lookingAt()).as("a first line that names a file: %s", yaml).isTrue();
    Path file = folder.resolve(name.group(1));
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, yaml);
    files++;
    return yaml;
  }

  private String answered(String console) {
    StringBuilder answered = new StringBuilder();
    for (String line : console.lines().filter(line -> line.startsWith(PROMPT)).toList()) {
      List<String> words = words(line.substring(PROMPT.length()));
      assertThat(words.get(0)).isEqualTo("assay");
      Result result =
          new Cli(
                  folder,
                  Map.of("ASSAY_PATH", "", "MODEL", "big"),
                  List.of("-XX:TieredStopAtLevel=1"))
              .run(words.subList(1, words.size()).toArray(String[]::new));
      answered.append(line).append('\n').append(result.err()).append(result.out());
      commands++;
    }
    return answered.toString();
  }

  /** As a shell takes them apart. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }
}
