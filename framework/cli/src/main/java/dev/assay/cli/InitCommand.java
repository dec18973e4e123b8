package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.config.bind.RecordType;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.schema.Starter;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import dev.assay.engine.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes a file to start from. */
@Parameters(commandDescription = "write a commented experiment to start from")
final class InitCommand implements Command {

  @Parameter(description = "NAME", required = true)
  String name = "";

  @ParametersDelegate CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    Path file = Path.of(name.endsWith(".yaml") ? name : name + ".yaml");
    String title = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    if (!title.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new UsageException(
          "`%s` is no name: letters, digits, dots, dashes and underscores make one"
              .formatted(title));
    }
    String header =
        "# What the experiment shows, and what to expect.%n#%n#   ./assay run %s%n".formatted(file);
    String text =
        Starter.write(
            template(title), RecordType.of(Experiment.class), Plugins.registry(common.plugins));
    try {
      Files.writeString(file, header + text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException("%s is there already, and stays as it is".formatted(file));
    } catch (NoSuchFileException e) {
      throw new UsageException("the folder of %s does not exist".formatted(file));
    }
    shell.text("wrote %s; `assay run %s` runs it%n".formatted(file, file));
    return Exit.FINE;
  }

  private static Node.Mapping template(String name) throws IOException {
    try (InputStream in = InitCommand.class.getResourceAsStream("starter.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Source source = Source.of("starter.yaml", text.replace("NAME", name));
      return (Node.Mapping) Objects.requireNonNull(YamlReader.read(source, new Problems()));
    }
  }
}
