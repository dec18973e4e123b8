package dev.assay.engine.kernel;

/** A loss on some rows of a batch, bound once to all its buffers. Calls come in this order. */
public interface LossKernel {

  /** Makes predictions of logits. */
  void predict();

  /**
   * The sum, over all rows that have a target, of the losses of what was predicted last, each
   * multiplied by its weight.
   */
  double loss();

  /** What those rows weigh together. */
  double weight();

  /** Writes the gradient by the logits of the mean over the whole batch. */
  void backward();
}
