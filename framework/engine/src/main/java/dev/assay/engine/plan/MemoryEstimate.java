package dev.assay.engine.plan;

import dev.assay.engine.Experiment;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.optimizer.OptimizerSection;

/** The memory that training takes, in bytes, beside that of the process and the samples. */
public record MemoryEstimate(long parameters, long gradients, long updater, long activations) {

  static MemoryEstimate of(Network network, Experiment experiment, DataSpec data) {
    int trained = data.samples().getOrDefault(DataSpec.TRAIN, 1);
    int batchSize = experiment.dataset().batchSize().of(trained);
    boolean wide =
        experiment.training() != null && experiment.training().precision() == Precision.DOUBLE;
    long number = wide ? 8 : 4;
    long parameters = network.parameters() * number;
    OptimizerSection section = experiment.optimizer();
    boolean trains = section != null;
    int states = section == null ? 0 : section.optimizer().stateVectors();
    // While training, each activation is kept for the backward pass and has a gradient.
    long activations = network.activations() * batchSize * number * (trains ? 2 : 1);
    return new MemoryEstimate(
        parameters, trains ? parameters : 0, parameters * states, activations);
  }

  public long total() {
    return parameters + gradients + updater + activations;
  }
}
