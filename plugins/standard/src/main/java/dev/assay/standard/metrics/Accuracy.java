package dev.assay.standard.metrics;

import dev.assay.config.bind.Doc;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;

/** The share of predictions whose most probable class is the right one. */
@Doc("The share of predictions whose most probable class is the right one.")
public record Accuracy() implements Metric {

  @Override
  public void check(Shape input, Shape prediction, Shape target) {
    if (!target.isSymbols()) {
      throw new ShapeException("compares classes, and the target is " + target.describe());
    }
  }

  @Override
  public Tally tally() {
    return new Tally() {
      private long right;
      private long all;

      @Override
      public void add(Scored batch) {
        Values targets = batch.targets();
        Values predictions = batch.predictions();
        int width = predictions.shape().dim(-1);
        for (int i = 0; i < targets.length(); i++) {
          right += likeliest(predictions, i * width, width) == (int) targets.get(i) ? 1 : 0;
        }
        all += targets.length();
      }

      @Override
      public double value() {
        return (double) right / all;
      }
    };
  }

  private static int likeliest(Values values, int start, int width) {
    int best = 0;
    for (int i = 1; i < width; i++) {
      if (values.get(start + i) > values.get(start + best)) {
        best = i;
      }
    }
    return best;
  }
}
