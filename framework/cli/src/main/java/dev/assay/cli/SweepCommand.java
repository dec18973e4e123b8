package dev.assay.cli;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.dl4j.Backend;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.Table;
import dev.assay.engine.report.Figures;
import dev.assay.engine.run.RunFolder;
import dev.assay.engine.run.RunRequest;
import dev.assay.engine.run.SweepRun;
import dev.assay.engine.run.SweepRun.MeanOutcome;
import dev.assay.engine.run.SweepRun.SweepOutcome;
import dev.assay.engine.run.SweepRun.TrialOutcome;
import dev.assay.engine.sweep.Sweep;
import dev.assay.engine.sweep.TrialExecutor;
import dev.assay.engine.training.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs an experiment once for each combination of values that its sweep asks for. */
@Parameters(commandDescription = "run an experiment with other values in some of its keys")
final class SweepCommand implements Command {

  @Parameter(description = "FILE", required = true)
  String file = "";

  @Parameter(
      names = "--workers",
      description = "how many trials to run at the same time, instead of what the file says",
      placeholder = "N")
  @Nullable Integer workers;

  @Parameter(names = "--preview", description = "list the trials, and run none")
  boolean preview;

  @ParametersDelegate ExperimentOptions options = new ExperimentOptions();
  @ParametersDelegate RunOptions runOptions = new RunOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException, InterruptedException {
    if (workers != null && workers < 1) {
      throw new UsageException("--workers is 1 or more, not " + workers);
    }
    Workbench workbench = new Workbench(Plugins.registry(common.plugins));
    Workbench.Opened opened = workbench.open(Path.of(file), options);
    shell.problems(opened.problems());
    if (opened.plan().isEmpty()) {
      return Exit.CONFIGURATION;
    }
    Plan plan = opened.plan().get();
    Sweep sweep = plan.experiment().sweep();
    if (sweep == null) {
      throw new UsageException(file + " has no `sweep`; `assay run` runs it once");
    }
    Shares shares = Shares.of(plan, sweep, workers);
    if (preview) {
      return preview(shell, SweepPreview.of(plan, sweep, shares), shares.describe(plan.trials()));
    }
    Backend.choose(plan.experiment().device());
    shell.note(shares.describe(plan.trials()));
    SweepOutcome outcome;
    try (Interrupt interrupt = new Interrupt()) {
      outcome =
          SweepRun.run(
              plan,
              request(workbench, opened, plan, shell, interrupt),
              folder -> executor(folder, shares),
              trial -> shell.note(line(trial, sweep)));
    }
    if (shell.json()) {
      shell.document(outcome);
    } else {
      shell.text(table(outcome, sweep));
    }
    return outcome.best() == null ? Exit.FAILED : Exit.FINE;
  }

  private static int preview(Shell shell, SweepPreview preview, String shares) {
    if (shell.json()) {
      shell.document(preview);
    } else {
      shell.text(preview.text());
      shell.text(shares + "\n");
    }
    return Exit.FINE;
  }

  private RunRequest request(
      Workbench workbench, Workbench.Opened opened, Plan plan, Shell shell, Interrupt interrupt) {
    return new RunRequest(
        opened.file(),
        opened.text(),
        runOptions.results(),
        null,
        options.dataFiles(opened.file()),
        workbench.registry(),
        Main.command(),
        null,
        plan.experiment().tracking() == null
            ? workbench.registry().trackerOfEnvironment().orElse(null)
            : plan.experiment().tracking(),
        new Watcher() {},
        shell::warning,
        interrupt);
  }

  private TrialExecutor executor(RunFolder folder, Shares shares) {
    List<String> command = new ArrayList<>(Main.program());
    command.addAll(List.of("run", file, "--format", "json"));
    command.addAll(shares.options());
    options.changes().forEach(change -> command.addAll(List.of("--set", change)));
    add(command, "--data-dir", options.dataDir);
    add(command, "--plugins", common.plugins);
    add(command, "--results", runOptions.results().toString());
    return new ProcessExecutor(command, folder, shares.workers());
  }

  private static void add(List<String> command, String option, @Nullable String value) {
    if (value != null) {
      command.addAll(List.of(option, value));
    }
  }

  private static String line(TrialOutcome trial, Sweep sweep) {
    String values =
        trial.values().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("  "));
    return "trial %d  %s  %s  %s %s"
        .formatted(
            trial.number(),
            values,
            trial.status(),
            sweep.objective().metric(),
            objective(trial.objective()));
  }

  private static String objective(@Nullable Double value) {
    return value == null ? "-" : Figures.text(value);
  }

  private static String table(SweepOutcome outcome, Sweep sweep) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("trial"));
    head.addAll(sweep.space().keySet());
    head.addAll(List.of("status", sweep.objective().metric(), "run"));
    rows.add(head);
    for (TrialOutcome trial : outcome.trials()) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(trial.number())));
      row.addAll(trial.values().values());
      row.add(trial.status());
      row.add(objective(trial.objective()));
      row.add(trial.run() == null ? "-" : trial.run());
      rows.add(row);
    }
    StringBuilder text = new StringBuilder("\n").append(Table.of(rows, head.size()));
    if (!outcome.averages().isEmpty()) {
      text.append('\n').append(averages(outcome, sweep));
    } else if (outcome.best() != null) {
      text.append("\nbest     trial %d  ".formatted(outcome.best().number()));
      text.append(
          outcome.best().values().entrySet().stream()
              .map(Map.Entry::toString)
              .collect(Collectors.joining("  ")));
      text.append('\n');
    }
    text.append(String.format(Locale.ROOT, "time     %.1f s%n", outcome.seconds()));
    if (outcome.tracking() != null) {
      text.append("tracking ").append(Summary.tracking(outcome.tracking())).append('\n');
    }
    text.append("results  ").append(outcome.directory()).append('\n');
    return text.toString();
  }

  private static String averages(SweepOutcome outcome, Sweep sweep) {
    List<String> keys = new ArrayList<>(sweep.space().keySet());
    keys.removeAll(sweep.averageOver());
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(keys);
    head.addAll(List.of("trials", "mean of " + sweep.objective().metric(), "deviation"));
    rows.add(head);
    for (MeanOutcome average : outcome.averages()) {
      List<String> row = new ArrayList<>(average.values().values());
      row.add(Integer.toString(average.trials()));
      row.add(objective(average.mean()));
      row.add(objective(average.deviation()));
      rows.add(row);
    }
    return Table.of(rows, head.size());
  }
}
