package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.beust.jcommander.JCommander;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a user is told who asks. */
class HelpTest {

  private final Map<String, Command> commands = Main.commands();

  @Test
  void eachVerbHasALineOfItsOwn() {
    String help = Help.verbs(commands);
    assertThat(help.lines().filter(line -> line.startsWith("  ")).toList())
        .hasSameSizeAs(commands.keySet())
        .allMatch(line -> line.length() <= 80);
    assertThat(help).contains("  plan        show layers, shapes, parameters, memory and steps\n");
  }

  @Test
  void eachVerbSaysWhatItTakesAndCanBeTold() {
    JCommander parser = Main.parser(commands);
    for (Map.Entry<String, Command> verb : commands.entrySet()) {
      JCommander options = Objects.requireNonNull(parser.getCommands().get(verb.getKey()));
      assertThat(Help.verb(verb.getKey(), verb.getValue(), options))
          .startsWith("Usage: assay " + verb.getKey() + " [options]")
          .contains("\n  --format FORMAT", "-h, --help")
          .doesNotContain("null", "--run-name");
    }
  }

  @Test
  void defaultsAreSaid() {
    JCommander parser = Main.parser(commands);
    JCommander options = Objects.requireNonNull(parser.getCommands().get("generate"));
    assertThat(Help.verb("generate", Objects.requireNonNull(commands.get("generate")), options))
        .contains("how many characters, or words, to write (default: 200)");
  }
}
