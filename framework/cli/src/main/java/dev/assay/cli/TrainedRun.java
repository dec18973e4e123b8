package dev.assay.cli;

import dev.assay.engine.dataset.Data;
import dev.assay.engine.dl4j.Backend;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plugin.Registry;
import dev.assay.engine.run.PastRun;
import dev.assay.engine.run.Session;
import java.io.IOException;
import java.util.Optional;

/** A run that has trained a network, with what is needed to use it. */
record TrainedRun(PastRun past, Plan plan, Data data, Registry registry) {

  /** Opens the run that a user names; nothing where its file is wrong now, which is then said. */
  static Optional<TrainedRun> open(
      String run,
      RunOptions runOptions,
      ExperimentOptions options,
      CommonOptions common,
      Shell shell)
      throws IOException {
    return open(run, false, runOptions, options, common, shell);
  }

  /**
   * Opens the run that a user names.
   *
   * @param untrained whether its network is wanted as it was before the training
   */
  static Optional<TrainedRun> open(
      String run,
      boolean untrained,
      RunOptions runOptions,
      ExperimentOptions options,
      CommonOptions common,
      Shell shell)
      throws IOException {
    PastRun past = PastRun.find(runOptions.results(), run);
    Workbench workbench = new Workbench(Plugins.registry(common.plugins));
    Workbench.Opened opened =
        untrained
            ? workbench.open(past.resolved(), options)
            : workbench.reopen(past.resolved(), options);
    shell.problems(opened.problems());
    if (opened.plan().isEmpty()) {
      return Optional.empty();
    }
    Plan plan = opened.plan().get();
    Data data = plan.open(options.dataFiles(past.resolved()));
    return Optional.of(new TrainedRun(past, plan, data, workbench.registry()));
  }

  /** The network, with the parameters that the run ended with. */
  Session session() throws IOException {
    Session session = untrained();
    try {
      past.load(session.executable().parameters());
      return session;
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** The network as it was before the run trained it. */
  Session untrained() {
    Backend.choose(plan.experiment().device());
    return new Session(plan, data, registry);
  }
}
