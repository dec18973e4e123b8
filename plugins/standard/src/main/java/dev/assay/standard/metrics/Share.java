package dev.assay.standard.metrics;

import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.evaluation.Metric.Tally;
import java.util.function.BiConsumer;

/** The share of what is counted that passes. */
final class Share implements Tally {

  private final BiConsumer<Scored, Share> examiner;
  private long passed;
  private long all;

  /**
   * @param examiner counts what a batch has
   */
  Share(BiConsumer<Scored, Share> examiner) {
    this.examiner = examiner;
  }

  @Override
  public void add(Scored batch) {
    examiner.accept(batch, this);
  }

  /** Counts one more, which passes or not. */
  void count(boolean passes) {
    passed += passes ? 1 : 0;
    all++;
  }

  @Override
  public double value() {
    return (double) passed / all;
  }
}
