package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dl4j.Backend;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Expectations;
import dev.assay.engine.run.Expectations.Expectation;
import dev.assay.engine.training.Watcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs experiments for the sake of their {@code expect} blocks. */
@Parameters(commandDescription = "run experiments and compare with their expect blocks")
final class TestCommand implements Command {

  @Parameter(description = "PATH...", required = true)
  List<String> paths = new ArrayList<>();

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(int passed, int failed, List<FileResult> files) {}

  /** What came of one file. */
  record FileResult(String file, boolean passed, List<Expectation> expectations) {}

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) {
    Workbench workbench = new Workbench(Plugins.registry(common.plugins));
    List<FileResult> results = new ArrayList<>();
    boolean wrong = false;
    for (Path file : ExperimentFiles.in(paths)) {
      Workbench.Opened opened = workbench.open(file, options);
      shell.problems(opened.problems());
      wrong |= opened.hasErrors();
      FileResult result = result(workbench, opened);
      results.add(result);
      if (!shell.json()) {
        shell.text(line(result));
      }
    }
    int failed = (int) results.stream().filter(result -> !result.passed()).count();
    int passed = results.size() - failed;
    if (shell.json()) {
      shell.document(new Document(passed, failed, results));
    } else {
      shell.text("%n%d passed, %d failed%n".formatted(passed, failed));
    }
    return wrong ? Exit.CONFIGURATION : failed > 0 ? Exit.FAILED : Exit.FINE;
  }

  /** A file that expects nothing has not been tested, so it does not pass. */
  private FileResult result(Workbench workbench, Workbench.Opened opened) {
    String name = opened.file().toString();
    if (opened.plan().isEmpty()) {
      return new FileResult(name, false, List.of());
    }
    Plan plan = opened.plan().get();
    if (plan.experiment().expect() == null) {
      Expectation none = new Expectation("expect", "an `expect` block", "nothing", false);
      return new FileResult(name, false, List.of(none));
    }
    Backend.choose(plan.experiment().device());
    List<Expectation> expectations;
    try {
      Data data = plan.open(options.dataFiles(opened.file()));
      expectations = Expectations.check(plan, data, workbench.registry(), new Watcher() {});
    } catch (DataException e) { // the other files are still to be tested
      String problem = String.valueOf(e.getMessage());
      return new FileResult(
          name, false, List.of(new Expectation("dataset", "data", problem, false)));
    }
    boolean passed = expectations.stream().allMatch(Expectation::passed);
    return new FileResult(name, passed, expectations);
  }

  private static String line(FileResult result) {
    StringBuilder text = new StringBuilder(result.passed() ? "ok      " : "FAILED  ");
    text.append(result.file());
    text.append(" (%d expectations)%n".formatted(result.expectations().size()));
    result.expectations().stream()
        .filter(expectation -> !expectation.passed())
        .forEach(
            e ->
                text.append(
                    "        %s: expected %s, got %s%n"
                        .formatted(e.key(), e.expected(), e.actual())));
    return text.toString();
  }
}
