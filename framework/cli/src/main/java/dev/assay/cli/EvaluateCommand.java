package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.run.Outcome;
import dev.assay.engine.run.Session;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Measures a trained network again, perhaps on other samples or by other metrics. */
@Parameters(commandDescription = "measure what a run has trained; leaves no results")
final class EvaluateCommand implements Command {

  @Parameter(description = "RUN", required = true)
  String run = "";

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate RunOptions runOptions = new RunOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    Optional<TrainedRun> opened = TrainedRun.open(run, runOptions, options, common, shell);
    if (opened.isEmpty()) {
      return Exit.CONFIGURATION;
    }
    long start = System.nanoTime();
    try (Session session = opened.get().session()) {
      Map<String, Double> metrics = session.evaluate();
      Outcome outcome =
          opened.get().past().outcome().measured(metrics, (System.nanoTime() - start) / 1e9);
      if (shell.json()) {
        shell.document(outcome);
      } else {
        shell.text(Summary.of(outcome));
      }
    }
    return Exit.FINE;
  }
}
