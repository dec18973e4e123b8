package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.Arrays;

/**
 * The share of questions that the network answers without a mistake when it writes on its own: it
 * is given the question, and then each symbol that it wrote itself.
 */
@Doc("The share of questions answered without a mistake when the network writes on its own.")
public record ExactMatch() implements Metric {

  @Override
  public void check(Comparison comparison) {
    Shape input = comparison.input();
    Shape target = comparison.target();
    boolean sequences = input.isSymbols() && input.rank() == 1 && target.isSymbols();
    if (!sequences || target.rank() != 1) {
      throw new ShapeException(
          "needs symbols to continue and symbols to compare with, not %s and %s"
              .formatted(input.describe(), target.describe()));
    }
  }

  @Override
  public boolean writes() {
    return true;
  }

  @Override
  public Tally tally() {
    return new Tally() {
      private long right;
      private long all;

      @Override
      public void add(Scored batch) {
        Values answers = batch.generated();
        Values targets = batch.targets();
        for (int row = 0; row < targets.rows(); row++) {
          double[] wanted = targets.row(row);
          double[] written = Arrays.copyOf(answers.row(row), wanted.length);
          right += Arrays.equals(written, wanted) ? 1 : 0;
        }
        all += targets.rows();
      }

      @Override
      public double value() {
        return (double) right / all;
      }
    };
  }
}
