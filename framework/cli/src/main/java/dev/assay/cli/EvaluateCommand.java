package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dl4j.Backend;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Outcome;
import dev.assay.engine.run.PastRun;
import dev.assay.engine.run.Session;
import java.io.IOException;
import java.util.Map;

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
    PastRun past = PastRun.find(runOptions.results(), run);
    Workbench workbench = new Workbench(Plugins.registry(common.plugins));
    Workbench.Opened opened = workbench.open(past.resolved(), options);
    shell.problems(opened.problems());
    if (opened.plan().isEmpty()) {
      return Exit.CONFIGURATION;
    }
    Plan plan = opened.plan().get();
    Backend.choose(plan.experiment().device());
    Data data = plan.open(options.dataFiles(past.resolved()));
    long start = System.nanoTime();
    try (Session session = new Session(plan, data, workbench.registry())) {
      past.load(session.executable().parameters());
      Map<String, Double> metrics = session.evaluate();
      Outcome outcome = past.outcome().measured(metrics, (System.nanoTime() - start) / 1e9);
      if (shell.json()) {
        shell.document(outcome);
      } else {
        shell.text(Summary.of(outcome));
      }
    }
    return Exit.FINE;
  }
}
