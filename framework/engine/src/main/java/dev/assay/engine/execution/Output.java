package dev.assay.engine.execution;

import dev.assay.engine.dataset.Values;

/**
 * What a network says of a batch.
 *
 * @param values predictions
 * @param loss how far they are from the targets
 */
public record Output(Values values, Loss loss) {

  /**
   * A loss of several rows.
   *
   * @param sum of the losses of all rows, each multiplied by its weight
   * @param weight what the rows weigh together
   */
  public record Loss(double sum, double weight) {

    /** The loss of no rows: where there are no targets, or none that count. */
    public static final Loss NONE = new Loss(0, 0);

    /** Of these rows and others. */
    public Loss plus(Loss other) {
      return new Loss(sum + other.sum, weight + other.weight);
    }

    /** The loss of a row that weighs 1, on the average; 0 where rows weigh nothing. */
    public double mean() {
      return weight == 0 ? 0 : sum / weight;
    }
  }
}
