package dev.assay.engine.run;

import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.plan.Measurement;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.report.Plots;
import dev.assay.engine.report.ReportSection;
import dev.assay.engine.report.ReportSection.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws what a trained network makes of its data, and what is in it. */
record Gallery(Plan plan, Session session, Plots plots) {

  /** More layers would not be legible. */
  private static final int MOST_LAYERS = 12;

  void draw(boolean stepped) {
    List<Picture> pictures = report().pictures();
    Measurement.splits(plan.experiment().evaluation(), plan.data()).stream()
        .findFirst()
        .ifPresent(split -> samples(pictures, split));
    if (pictures.contains(Picture.FIT)) {
      new Fitted(plan, session).draw(plots);
    }
    if (pictures.contains(Picture.HISTOGRAMS)) {
      histograms("weights", session.executable().parameters());
      if (stepped) {
        histograms("gradients", session.executable().gradient());
      }
    }
  }

  private void samples(List<Picture> pictures, String split) {
    if (pictures.stream().anyMatch(Judged.PICTURES::contains)) {
      plan.network().heads().forEach(head -> judge(head, pictures, split));
    }
    if (pictures.contains(Picture.ATTENTION)) {
      new Attended(plan, session, split).draw(plots);
    }
  }

  private void judge(PlannedLayer head, List<Picture> pictures, String split) {
    boolean single = plan.network().heads().size() == 1;
    Judged.of(head, session.data(), report().samples())
        .ifPresent(
            judged -> {
              session.show(split, head, judged);
              judged.draw(pictures, single ? plots : plots.of(head.label()), split);
            });
  }

  private ReportSection report() {
    return plan.experiment().report();
  }

  private void histograms(String name, ParameterVector vector) {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    for (PlannedLayer layer : plan.network().layers()) {
      double[] part = session.part(vector, layer);
      if (part.length > 0 && numbers.size() < MOST_LAYERS) {
        numbers.put(layer.name(), part);
      }
    }
    if (!numbers.isEmpty()) {
      plots.histograms(name, numbers);
    }
  }
}
