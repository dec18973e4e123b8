package dev.assay.engine.training;

import dev.assay.engine.architecture.Loss;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.review.Outline;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.stopping.StoppingRule;
import java.util.List;
import java.util.Map;

/**
 * What a training goes through.
 *
 * @param length how many epochs and steps it has
 * @param seed decides the order of samples
 * @param evaluateEvery epochs between two evaluations; the last epoch always has one
 * @param itemsPerSample what a throughput counts in a sample
 * @param scheduled numbers that change, by the names under which they are logged
 * @param limited the losses that cannot judge all predictions, by the layer that makes them
 */
public record Course(
    DataSpec spec,
    Outline length,
    int batchSize,
    boolean shuffle,
    Precision precision,
    long seed,
    int evaluateEvery,
    int itemsPerSample,
    List<StoppingRule> stopping,
    Map<String, Schedule> scheduled,
    Map<String, Limited> limited) {

  /**
   * A loss that cannot judge all predictions.
   *
   * @param loss what it is called
   * @param range those that it can
   */
  public record Limited(String loss, Loss.Range range) {}

  int epochs() {
    return length.epochs();
  }

  boolean evaluatesAfter(int epoch) {
    return epoch == epochs() || epoch % evaluateEvery == 0;
  }

  /** One pass over the samples, counted from 1. */
  Batches batches(Data.Split samples, int pass) {
    return shuffle
        ? Batches.shuffled(spec, samples, batchSize, precision, seed, pass)
        : Batches.inOrder(spec, samples, batchSize, precision);
  }
}
