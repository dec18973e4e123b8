package dev.assay.cli;

import dev.assay.engine.plan.Table;
import dev.assay.engine.report.Figures;
import dev.assay.engine.run.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What came of a run, for people. */
final class Summary {

  private Summary() {}

  static String of(Outcome outcome) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("status", status(outcome)));
    rows.add(List.of("epochs", "%,d (%,d steps)".formatted(outcome.epochs(), outcome.steps())));
    rows.add(List.of("parameters", "%,d".formatted(outcome.parameters())));
    outcome.metrics().entrySet().stream()
        .filter(metric -> !metric.getKey().startsWith("time/"))
        .forEach(metric -> rows.add(List.of(metric.getKey(), Figures.text(metric.getValue()))));
    if (outcome.itemsPerSecond() != null) {
      rows.add(List.of("speed", "%,.0f items/s".formatted(outcome.itemsPerSecond())));
    }
    rows.add(List.of("time", "%.1f s".formatted(outcome.seconds())));
    Outcome.Tracking tracking = outcome.tracking();
    if (tracking != null) {
      rows.add(List.of("tracking", tracking(tracking)));
    }
    rows.add(List.of("results", outcome.directory()));
    return "\n" + Table.of(rows, 2);
  }

  private static String status(Outcome outcome) {
    return outcome.stoppedBy() == null
        ? outcome.status()
        : outcome.status() + ": " + outcome.stoppedBy();
  }

  /** Where else a run is known. */
  static String tracking(Outcome.Tracking tracking) {
    String run =
        tracking.runId() == null
            ? "which does not know the run"
            : tracking.url() == null ? "run " + tracking.runId() : tracking.url();
    String rest =
        tracking.pending() == 0 ? "" : ", %,d events not sent".formatted(tracking.pending());
    return (tracking.url() == null ? tracking.server() + ", " : "") + run + rest;
  }
}
