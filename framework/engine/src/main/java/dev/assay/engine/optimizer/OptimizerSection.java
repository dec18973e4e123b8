package dev.assay.engine.optimizer;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Inline;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code optimizer}: an optimizer's own keys, and what is done to the gradient first.
 */
@Doc("How gradients change parameters.")
public record OptimizerSection(
    @Inline Optimizer optimizer, @Doc("Limits on the gradient.") @Nullable Clip clip) {

  /** The same for one network. */
  public OptimizerSection over(Layout layout) {
    return new OptimizerSection(optimizer.over(layout), clip);
  }
}
