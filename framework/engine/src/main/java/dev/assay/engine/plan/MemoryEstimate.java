package dev.assay.engine.plan;

import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.optimizer.OptimizerSection;
import java.util.stream.Stream;

/**
 * The memory that a network takes, in bytes, beside that of the process and the samples.
 *
 * @param parameters the numbers that are learned
 * @param gradients one for each layer that computes with a parameter, and each thread, which works
 *     on samples of its own
 * @param updater what the optimizer remembers
 * @param activations what is kept of a training batch, and of the smaller one that ends a pass
 * @param evaluation what is kept of the batches that are measured
 */
public record MemoryEstimate(
    long parameters, long gradients, long updater, long activations, long evaluation) {

  static MemoryEstimate of(Plan plan) {
    long number = plan.precision().bytes();
    long parameters = plan.network().parameters() * number;
    Buffers buffers = Buffers.of(plan.network(), plan.data());
    long evaluation = number * evaluated(plan) * buffers.using();
    OptimizerSection section = plan.experiment().optimizer();
    if (section == null || plan.epochs() == 0) {
      return new MemoryEstimate(parameters, 0, 0, 0, evaluation);
    }
    long activations = number * trained(plan) * buffers.training();
    long gradients = (parameters + plan.network().shared() * number) * plan.shards();
    long updater = number * states(plan.network(), section);
    return new MemoryEstimate(parameters, gradients, updater, activations, evaluation);
  }

  /** Numbers that the optimizers remember, and those of a gradient that is looked at first. */
  private static long states(Network network, OptimizerSection section) {
    long states = section.clipsByNorm() ? network.parameters() : 0;
    for (PlannedLayer layer : network.layers()) {
      for (Parameter parameter : layer.parameters()) {
        states +=
            (long) parameter.size()
                * section.optimizer(layer.name(), parameter.role()).stateVectors();
      }
    }
    return states;
  }

  /** Samples that there is room for in training: a batch, and the last one if it is another. */
  private static long trained(Plan plan) {
    int batch = plan.batchSize();
    int rest = plan.data().samples().getOrDefault(DataSpec.TRAIN, 1) % batch;
    return plan.steps() < plan.batchesPerPass() ? batch : batch + rest;
  }

  /** The same in evaluation, where splits that end with the same number of samples share it. */
  private static long evaluated(Plan plan) {
    int batch = plan.evaluationBatch();
    return Measurement.splits(plan.experiment().evaluation(), plan.data()).stream()
        .map(split -> plan.data().samples().getOrDefault(split, 0))
        .flatMap(samples -> Stream.of(Math.min(batch, samples), samples % batch))
        .distinct()
        .mapToLong(Integer::longValue)
        .sum();
  }

  public long total() {
    return parameters + gradients + updater + activations + evaluation;
  }
}
