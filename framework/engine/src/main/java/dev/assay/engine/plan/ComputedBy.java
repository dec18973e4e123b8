package dev.assay.engine.plan;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.StepRows;
import dev.assay.engine.kernel.Kernels;

/**
 * Who computes a layer, as far as it can be known before anything runs: a processor may lack what a
 * kernel needs, which a run then says.
 */
public enum ComputedBy {
  /** A kernel, in a network that is compiled. */
  KERNEL("kernel"),
  /** DL4J's own layer, which takes longer. */
  DL4J("DL4J");

  private final String text;

  ComputedBy(String text) {
    this.text = text;
  }

  /** Who computes a layer of a plan. */
  public static ComputedBy of(Plan plan, PlannedLayer layer, Kernels kernels) {
    return plan.compiles() && hasKernel(layer.layer(), kernels) ? KERNEL : DL4J;
  }

  /** A head's loss, and steps as rows, need no kernel to be part of what is compiled. */
  private static boolean hasKernel(Layer layer, Kernels kernels) {
    return layer instanceof Head
        || layer instanceof StepRows
        || (kernels.of(layer).isPresent()
            && layer.functions().stream().allMatch(function -> kernels.of(function).isPresent()));
  }

  @Override
  public String toString() {
    return text;
  }
}
