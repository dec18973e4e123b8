package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.config.bind.Bound;
import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.Problem.Severity;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Validates files. Loads no native library. */
@Parameters(commandDescription = "validate every file, without running anything")
final class CheckCommand implements Command {

  @Parameter(description = "PATH...", required = true)
  List<String> paths = new ArrayList<>();

  @Parameter(
      names = "--resolved",
      description = "print the file with all that takes part, instead of a summary")
  boolean resolved;

  @Parameter(
      names = "--origins",
      description = "with --resolved: say behind each value where it comes from")
  boolean origins;

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
      @Nullable String hint,
      List<String> notes) {

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
          problem.hint(),
          problem.notes());
    }
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) {
    Workbench workbench = new Workbench(Plugins.registry(common.plugins));
    if (resolved) {
      return resolved(shell, workbench);
    }
    List<Checked> files = checked(workbench);
    List<Problem> problems = problems(files);
    boolean errors = files.stream().anyMatch(Checked::wrong);
    if (shell.json()) {
      shell.document(new Document(files.size(), problems.stream().map(Item::of).toList()));
    } else if (shell.sarif()) {
      shell.document(Sarif.of(problems));
    } else {
      shell.text(summary(files.size(), problems));
      shell.answer(problems);
    }
    return errors ? Exit.CONFIGURATION : Exit.FINE;
  }

  /**
   * What is kept of a file while the others are looked at.
   *
   * @param parts the other files that take part in it
   */
  private record Checked(
      Path file, List<Problem> problems, boolean wrong, boolean experiment, List<Path> parts) {

    static Checked of(Workbench.Opened opened) {
      return new Checked(
          opened.file(),
          opened.problems(),
          opened.hasErrors(),
          opened.isExperiment(),
          opened.parts());
    }
  }

  /**
   * The files that were asked for, but those found in a folder that are no experiment: parts of
   * others.
   */
  private List<Checked> checked(Workbench workbench) {
    List<Checked> checked =
        ExperimentFiles.in(paths).stream()
            .map(file -> Checked.of(workbench.open(file, options)))
            .toList();
    Set<Path> parts =
        checked.stream().flatMap(file -> file.parts().stream()).collect(Collectors.toSet());
    return checked.stream()
        .filter(
            file ->
                paths.contains(file.file().toString())
                    || file.experiment()
                    || !parts.contains(file.file().normalize()))
        .toList();
  }

  /** All problems by their places; one of a file that several extend is told once. */
  private static List<Problem> problems(List<Checked> files) {
    Map<String, Problem> found = new LinkedHashMap<>();
    for (Checked file : files) {
      for (Problem problem : file.problems()) {
        found.putIfAbsent(place(problem) + problem.message(), problem);
      }
    }
    return found.values().stream().sorted(Problems.BY_PLACE).toList();
  }

  private static String place(Problem problem) {
    Path file = Path.of(problem.span().source().name()).normalize();
    return "%s:%d:%d ".formatted(file, problem.span().line(), problem.span().column());
  }

  private int resolved(Shell shell, Workbench workbench) {
    if (paths.size() != 1) {
      throw new UsageException("--resolved takes one file, not %d".formatted(paths.size()));
    }
    Workbench.Opened opened = workbench.open(Path.of(paths.get(0)), options);
    shell.problems(opened.problems());
    IdentityHashMap<Node, String> texts =
        opened.bound().map(Bound::paths).orElseGet(IdentityHashMap::new);
    opened
        .composition()
        .map(composition -> composition.with(texts))
        .ifPresent(
            composition ->
                shell.text(
                    YamlWriter.write(
                        composition.root(),
                        origins ? composition.origins()::comment : node -> "",
                        composition.origins()::below)));
    return opened.hasErrors() ? Exit.CONFIGURATION : Exit.FINE;
  }

  /** {@code 12 files: 1 error, 2 warnings}. */
  private static String summary(int files, List<Problem> problems) {
    long errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
    String found =
        problems.isEmpty()
            ? "no problems"
            : count(errors, "error") + ", " + count(problems.size() - errors, "warning");
    return "%s: %s%n%s".formatted(count(files, "file"), found, problems.isEmpty() ? "" : "\n");
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
