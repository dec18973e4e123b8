package dev.assay.engine.run;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.execution.Output;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.report.Fit;
import dev.assay.engine.report.Plots;
import java.util.Objects;

/** Pictures of what a trained network makes of the numbers that it is to predict. */
record Fitted(Plan plan, Session session) {

  /** More points than this hide each other. */
  private static final int MOST = 1000;

  /** Draws a picture for each target that is a single number, and no answer of yes and no. */
  void draw(Plots plots) {
    for (PlannedLayer layer : plan.network().heads()) {
      Head head = (Head) layer.layer();
      Field target = head.field(layer.site());
      boolean number = !target.shape().isSymbols() && target.shape().size() == 1;
      if (number && head.loss().threshold().isEmpty()) {
        Fit fit = fit(layer, plan.data().targets().indexOf(target));
        plots.fit("fit-" + target.name(), fit);
      }
    }
  }

  private Fit fit(PlannedLayer layer, int target) {
    Batch batch = batch();
    Output said = Objects.requireNonNull(session.executable().forward(batch).get(layer.name()));
    boolean single = batch.inputs().size() == 1 && batch.inputs().get(0).shape().size() == 1;
    return new Fit(
        "%s: %s".formatted(split(), plan.data().targets().get(target).name()),
        single ? batch.inputs().get(0).all() : new double[0],
        batch.targets().get(target).all(),
        said.values().all());
  }

  private Batch batch() {
    String split = split();
    int size = Math.min(MOST, plan.data().samples(split));
    return Batches.inOrder(plan.data(), session.data().split(split), size, plan.precision()).next();
  }

  /** The last split is what a network is judged by. */
  private String split() {
    return plan.data().samples().keySet().stream()
        .reduce((first, second) -> second)
        .orElse(DataSpec.TRAIN);
  }
}
