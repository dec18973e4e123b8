package dev.assay.engine.optimizer;

import dev.assay.engine.architecture.Parameter.Role;
import dev.assay.engine.optimizer.Layout.Pull;
import dev.assay.engine.optimizer.Layout.Region;
import dev.assay.engine.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An optimizer that treats some regions apart. Penalties are added to their gradient; they shrink
 * by their decay, which is no part of the gradient; and their steps, decay included, are longer or
 * shorter. A step is a multiple of the learning rate in every optimizer, so that it is scaled once
 * it is made; by nothing, parameters stay as they are.
 *
 * @param parts those that are treated, in order, where they lie among the optimizer's own numbers
 */
record Treated(Optimizer optimizer, List<Part> parts) implements Optimizer {

  /** A region, from its first number to before its last, and what is done to it. */
  private record Part(int from, int to, double l1, double l2, double rate, double decay) {

    static Part of(Region region, Optimizer optimizer) {
      Pull pull = region.pull();
      Double own = pull.decay();
      boolean measured = region.role() == Role.STATISTIC;
      double decay = measured ? 0 : own == null ? optimizer.decay(region.role()) : own;
      return new Part(region.from(), region.end(), pull.l1(), pull.l2(), pull.rate(), decay);
    }

    boolean isTreated() {
      return isPulled() || rate != 1 || decay != 0;
    }

    boolean isPulled() {
      return l1 != 0 || l2 != 0;
    }

    /** The piece of it that lies in a stretch, counted there. */
    Part in(int offset, int count) {
      int first = Math.max(0, from - offset);
      return new Part(first, Math.min(count, to - offset), l1, l2, rate, decay);
    }
  }

  /**
   * The optimizer for some regions; as it is where nothing is treated.
   *
   * @param regions where they lie among the optimizer's own numbers
   */
  static Optimizer over(Optimizer optimizer, List<Region> regions) {
    List<Part> parts =
        regions.stream().map(region -> Part.of(region, optimizer)).filter(Part::isTreated).toList();
    return parts.isEmpty() ? optimizer : new Treated(optimizer, parts);
  }

  @Override
  public Schedule learningRate() {
    return optimizer.learningRate();
  }

  @Override
  public @Nullable Schedule kept() {
    return optimizer.kept();
  }

  @Override
  public int stateVectors() {
    return optimizer.stateVectors();
  }

  /** Those in a stretch. A loop, since it is asked for each stretch of each step. */
  private List<Part> in(int offset, int count) {
    List<Part> here = new ArrayList<>();
    for (Part part : parts) {
      if (part.from < offset + count && part.to > offset) {
        here.add(part.in(offset, count));
      }
    }
    return here;
  }

  @Override
  public void update(Stretch stretch, Step step) {
    double[] values = stretch.parameters();
    List<Part> here = in(stretch.offset(), stretch.count());
    boolean scaled = here.stream().anyMatch(part -> part.rate != 1);
    double[] before = scaled ? values.clone() : values;
    for (Part part : here) {
      for (int i = part.from; i < part.to && part.isPulled(); i++) {
        stretch.gradient()[i] += part.l2 * values[i] + part.l1 * Math.signum(values[i]);
      }
      double kept = 1 - step.learningRate() * part.decay;
      for (int i = part.from; i < part.to && part.decay != 0; i++) {
        values[i] *= kept;
      }
    }
    optimizer.update(stretch, step);
    for (Part part : here) {
      for (int i = part.from; i < part.to && part.rate != 1; i++) {
        double made = values[i] - before[i];
        values[i] = part.rate == 0 ? before[i] : before[i] + part.rate * made;
      }
    }
  }

  @Override
  public void update(FloatStretch stretch, Step step) {
    float[] values = stretch.parameters();
    List<Part> here = in(stretch.offset(), stretch.count());
    boolean scaled = here.stream().anyMatch(part -> part.rate != 1);
    float[] before = scaled ? values.clone() : values;
    for (Part part : here) {
      pull(part, values, stretch.gradient());
      shrink(part, values, (float) (step.learningRate() * part.decay));
    }
    optimizer.update(stretch, step);
    for (Part part : here) {
      scale(part, values, before);
    }
  }

  private static void pull(Part part, float[] values, float[] gradient) {
    float l1 = (float) part.l1;
    float l2 = (float) part.l2;
    for (int i = part.from; i < part.to && part.isPulled(); i++) {
      gradient[i] += l2 * values[i] + l1 * Math.signum(values[i]);
    }
  }

  /** What is taken is subtracted: what is kept, nearly 1, would have fewer digits. */
  private static void shrink(Part part, float[] values, float taken) {
    int to = taken == 0 ? part.from : part.to;
    for (int i = part.from; i < to; i++) {
      values[i] -= taken * values[i];
    }
  }

  private static void scale(Part part, float[] values, float[] before) {
    if (part.rate == 0) {
      System.arraycopy(before, part.from, values, part.from, part.to - part.from);
      return;
    }
    float rate = (float) part.rate;
    for (int i = part.from; i < part.to && rate != 1; i++) {
      values[i] = before[i] + rate * (values[i] - before[i]);
    }
  }
}
