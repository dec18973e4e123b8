package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Outcome;
import dev.assay.engine.run.RunRequest;
import dev.assay.engine.run.Runner;
import dev.assay.engine.tracking.Event.Status;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Trains and evaluates. */
@Parameters(commandDescription = "train and evaluate; says where the results are")
final class RunCommand implements Command {

  @Parameter(description = "FILE", required = true)
  String file = "";

  @Parameter(names = "--sweep-folder", hidden = true)
  @Nullable String sweepFolder;

  @Parameter(names = "--run-name", hidden = true)
  @Nullable String runName;

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate RunOptions runOptions = new RunOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    Workbench workbench = new Workbench(Plugins.registry(common.plugins));
    Workbench.Opened opened = workbench.open(Path.of(file), options);
    shell.problems(opened.problems());
    if (opened.plan().isEmpty()) {
      return Exit.CONFIGURATION;
    }
    Plan plan = opened.plan().get();
    Outcome outcome;
    try (Interrupt interrupt = new Interrupt();
        Progress progress = Progress.of(shell, plan)) {
      RunRequest request =
          new RunRequest(
              opened.file(),
              opened.text(),
              runOptions.results(),
              runName,
              options.dataFiles(opened.file()),
              workbench.registry(),
              Main.command(),
              sweepFolder == null ? null : Path.of(sweepFolder),
              plan.experiment().tracking() == null
                  ? workbench.registry().trackerOfEnvironment().orElse(null)
                  : plan.experiment().tracking(),
              progress,
              shell::warning,
              interrupt);
      outcome = Runner.run(plan, request);
    }
    if (shell.json()) {
      shell.document(outcome);
    } else {
      shell.text(Summary.of(outcome));
    }
    return exitCode(outcome.ended());
  }

  /** A run that was stopped by a rule is as good as one that came to its end. */
  private static int exitCode(Status status) {
    return switch (status) {
      case FINISHED, STOPPED -> Exit.FINE;
      case KILLED -> Exit.INTERRUPTED;
      case DIVERGED, FAILED -> Exit.FAILED;
    };
  }
}
