package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.config.diagnostics.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Validates files. Loads no native library. */
@Parameters(commandDescription = "validate every file, without running anything")
final class CheckCommand implements Command {

  @Parameter(description = "PATH...", required = true)
  List<String> paths = new ArrayList<>();

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(int files, List<Item> problems) {}

  /** A problem, for programs. */
  record Item(
      String file,
      int line,
      int column,
      int endLine,
      int endColumn,
      String severity,
      String rule,
      String message,
      @Nullable String hint) {

    static Item of(Problem problem) {
      return new Item(
          problem.span().source().name(),
          problem.span().line(),
          problem.span().column(),
          problem.span().endLine(),
          problem.span().endColumn(),
          problem.severity().name().toLowerCase(Locale.ROOT),
          problem.rule().id(),
          problem.message(),
          problem.hint());
    }
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) {
    Workbench workbench = new Workbench(Plugins.registry(common.plugins));
    List<Path> files = ExperimentFiles.in(paths);
    List<Problem> problems = new ArrayList<>();
    boolean errors = false;
    for (Path file : files) {
      Workbench.Opened opened = workbench.open(file, options);
      problems.addAll(opened.problems());
      errors |= opened.hasErrors();
    }
    if (shell.json()) {
      shell.document(new Document(files.size(), problems.stream().map(Item::of).toList()));
    } else {
      shell.answer(problems);
      shell.text(summary(files.size(), problems.size()));
    }
    return errors ? Exit.CONFIGURATION : Exit.FINE;
  }

  private static String summary(int files, int problems) {
    return "%s%s checked, %s%n"
        .formatted(
            problems == 0 ? "" : "\n",
            files == 1 ? "1 file" : files + " files",
            problems == 0 ? "no problems" : problems == 1 ? "1 problem" : problems + " problems");
  }
}
