package dev.assay.engine.execution;

import dev.assay.engine.dataset.Values;

/**
 * What a network says of a batch.
 *
 * @param values predictions
 * @param loss the mean loss of the batch; NaN where the batch has no targets or the output no loss
 */
public record Output(Values values, double loss) {}
