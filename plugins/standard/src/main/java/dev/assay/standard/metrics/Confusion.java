package dev.assay.standard.metrics;

import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.evaluation.Metric.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How often each class was recognised, and what follows from that. */
final class Confusion implements Tally {

  /**
   * What happened to a class; to a label, of which some samples say yes.
   *
   * @param hits how many of its samples were recognised
   * @param predicted how many samples were taken for it
   * @param actual how many samples are of it
   */
  record Counts(long hits, long predicted, long actual) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(hits + other.hits, predicted + other.predicted, actual + other.actual);
    }

    /** Whether some sample is of it, or is taken for it. */
    boolean occurs() {
      return predicted + actual > 0;
    }
  }

  private static final Counts TAKEN = new Counts(0, 1, 0);
  private static final Counts MISSED = new Counts(0, 0, 1);
  private static final Counts RECOGNISED = new Counts(1, 1, 1);

  private final ToDoubleFunction<List<Counts>> figure;
  private final List<Counts> counts = new ArrayList<>();

  /**
   * @param figure what to make of the counts of all classes
   */
  Confusion(ToDoubleFunction<List<Counts>> figure) {
    this.figure = figure;
  }

  @Override
  public void add(Scored batch) {
    if (Labels.are(batch)) {
      Labels.forEach(batch, (label, score, said, right) -> count(label, answer(said, right)));
    } else {
      Classes.forEach(
          batch, (values, start, width, right) -> taken(right, values.likeliest(start, width)));
    }
  }

  private static Counts answer(boolean said, boolean right) {
    if (said) {
      return right ? RECOGNISED : TAKEN;
    }
    return right ? MISSED : Counts.NONE;
  }

  private void taken(int right, int said) {
    if (said == right) {
      count(right, RECOGNISED);
    } else {
      count(right, MISSED);
      count(said, TAKEN);
    }
  }

  private void count(int label, Counts more) {
    while (counts.size() <= label) {
      counts.add(Counts.NONE);
    }
    counts.set(label, counts.get(label).plus(more));
  }

  @Override
  public double value() {
    return counts.isEmpty() ? Double.NaN : figure.applyAsDouble(counts);
  }

  /** A part of a whole; 0 of nothing. */
  static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
