package dev.assay.engine.optimizer;

import dev.assay.engine.optimizer.Layout.Pull;
import dev.assay.engine.optimizer.Layout.Region;
import java.util.List;

/**
 * An optimizer whose gradient has the penalties of some regions added first, and whose steps are
 * longer or shorter in some. A step is a multiple of the learning rate in every optimizer, so that
 * it is scaled once it is made; by nothing, parameters stay as they are.
 *
 * @param regions those that are treated
 */
record Treated(Optimizer optimizer, List<Region> regions) implements Optimizer {

  /** The optimizer for a network; as it is where nothing is treated. */
  static Optimizer over(Optimizer optimizer, Layout layout) {
    List<Region> regions =
        layout.regions().stream().filter(region -> !region.pull().equals(Pull.NONE)).toList();
    Optimizer own = optimizer.over(layout);
    return regions.isEmpty() ? own : new Treated(own, regions);
  }

  @Override
  public Schedule learningRate() {
    return optimizer.learningRate();
  }

  @Override
  public int stateVectors() {
    return optimizer.stateVectors();
  }

  /** Sees the numbers of a region, from the first to before the last, counted in a stretch. */
  private interface Part {
    void see(Pull pull, int from, int to);
  }

  private void each(int offset, int count, Part part) {
    for (Region region : regions) {
      int from = Math.max(0, region.from() - offset);
      int to = Math.min(count, region.from() + region.count() - offset);
      if (from < to) {
        part.see(region.pull(), from, to);
      }
    }
  }

  @Override
  public void update(Stretch stretch, Step step) {
    double[] values = stretch.parameters();
    each(
        stretch.offset(),
        stretch.count(),
        (pull, from, to) -> {
          for (int i = from; i < to; i++) {
            stretch.gradient()[i] += pull.l2() * values[i] + pull.l1() * Math.signum(values[i]);
          }
        });
    double[] before = values.clone();
    optimizer.update(stretch, step);
    each(
        stretch.offset(),
        stretch.count(),
        (pull, from, to) -> {
          for (int i = from; i < to && pull.rate() != 1; i++) {
            values[i] = before[i] + pull.rate() * (values[i] - before[i]);
          }
        });
  }

  @Override
  public void update(FloatStretch stretch, Step step) {
    float[] values = stretch.parameters();
    each(
        stretch.offset(),
        stretch.count(),
        (pull, from, to) -> {
          float l1 = (float) pull.l1();
          float l2 = (float) pull.l2();
          for (int i = from; i < to; i++) {
            stretch.gradient()[i] += l2 * values[i] + l1 * Math.signum(values[i]);
          }
        });
    float[] before = values.clone();
    optimizer.update(stretch, step);
    each(
        stretch.offset(),
        stretch.count(),
        (pull, from, to) -> {
          float rate = (float) pull.rate();
          for (int i = from; i < to && rate != 1; i++) {
            values[i] = before[i] + rate * (values[i] - before[i]);
          }
        });
  }
}
