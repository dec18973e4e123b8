package dev.assay.standard.optimizers;

import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.optimizer.Layout;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.engine.optimizer.Updater;
import dev.assay.engine.schedule.Moment;
import dev.assay.standard.optimizers.Slope.Numbers;
import java.util.List;

/** Something to go down on: {@code (w1 + 2 w2)^2 / 2 + (b - 1)^2} of two weights and a bias. */
final class Bowl {

  private static final Layout LAYOUT =
      new Layout(List.of(new Region(0, 2, Role.WEIGHT), new Region(2, 1, Role.BIAS)));

  private Bowl() {}

  /** Where some steps from weights (0.5, -1) and a bias of 0.25 lead, in 64 bits. */
  static double[] after(Optimizer rule, int steps) {
    double[] p = {0.5, -1, 0.25};
    double[] gradient = new double[3];
    Slope slope =
        new Slope(new Numbers(Precision.DOUBLE, p), new Numbers(Precision.DOUBLE, gradient));
    Updater updater = new Updater(new OptimizerSection(rule), LAYOUT, slope.parameters());
    for (int step = 0; step < steps; step++) {
      double sum = p[0] + 2 * p[1];
      gradient[0] = sum;
      gradient[1] = 2 * sum;
      gradient[2] = 2 * (p[2] - 1);
      updater.step(slope, new Moment(step, steps, 1));
    }
    return p;
  }
}
