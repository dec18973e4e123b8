package dev.assay.cli;

import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.assay.engine.plan.Table;
import dev.assay.engine.report.Figures;
import dev.assay.engine.run.RunHistory;
import dev.assay.engine.run.RunHistory.Past;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists runs. */
@Parameters(commandDescription = "list runs, the newest last")
final class RunsCommand implements Command {

  @ParametersDelegate RunOptions runOptions = new RunOptions();
  @ParametersDelegate CommonOptions common = new CommonOptions();

  /** The answer. */
  record Document(List<Past> runs) {}

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public int run(Shell shell) throws IOException {
    List<Past> runs = RunHistory.of(runOptions.results());
    if (shell.json()) {
      shell.document(new Document(runs));
      return Exit.FINE;
    }
    if (runs.isEmpty()) {
      shell.text("no runs in %s%n".formatted(runOptions.results()));
      return Exit.FINE;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("experiment", "run", "status", "epochs", "metrics"));
    for (Past run : runs) {
      String metrics =
          run.metrics().entrySet().stream()
              .filter(metric -> !metric.getKey().startsWith("time/"))
              .map(metric -> metric.getKey() + " " + Figures.text(metric.getValue()))
              .collect(Collectors.joining("  "));
      rows.add(
          List.of(run.experiment(), run.run(), run.status(), Long.toString(run.epochs()), metrics));
    }
    shell.text(Table.of(rows, 5));
    return Exit.FINE;
  }
}
