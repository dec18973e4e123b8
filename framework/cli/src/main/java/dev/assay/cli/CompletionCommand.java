package dev.assay.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.config.bind.RecordType;
import dev.assay.config.schema.KeyPaths;
import dev.assay.engine.Experiment;
import dev.assay.engine.plugin.Registry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Prints a script that completes verbs, options, keys and component names in a shell. */
@Parameters(commandDescription = "print a completion script for bash, zsh or fish")
final class CompletionCommand implements Command {

  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Parameter(description = "bash | zsh | fish", required = true)
  String shellName = "";

  @ParametersDelegate CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    if (!SHELLS.contains(shellName)) {
      throw new UsageException(
          "there is no completion for `%s`, but for %s".formatted(shellName, SHELLS));
    }
    Registry registry = Plugins.registry(common.plugins);
    Map<String, Command> commands = Main.commands();
    JCommander parser = Main.parser(commands);
    TreeSet<String> options = new TreeSet<>();
    parser
        .getCommands()
        .values()
        .forEach(
            verb ->
                verb.getParameters().stream()
                    .filter(option -> !option.getParameter().hidden())
                    .flatMap(option -> Arrays.stream(option.getParameter().names()))
                    .filter(name -> name.startsWith("--"))
                    .forEach(options::add));
    String explainable =
        ExplainCommand.explainable(registry).distinct().sorted().collect(Collectors.joining(" "));
    List<String> keys = KeyPaths.of(RecordType.of(Experiment.class), registry);
    shell.text(
        script()
            .replace("@VERBS@", String.join(" ", commands.keySet()))
            .replace("@OPTIONS@", String.join(" ", options))
            .replace("@WORDS@", explainable)
            .replace("@KEYS@", String.join(" ", keys)));
    return Exit.FINE;
  }

  private String script() throws IOException {
    try (InputStream in = CompletionCommand.class.getResourceAsStream("completion." + shellName)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
