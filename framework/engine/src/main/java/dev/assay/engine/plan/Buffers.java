package dev.assay.engine.plan;

import dev.assay.engine.dataset.DataSpec;
import java.util.HashSet;
import java.util.Set;

/** How many numbers a network keeps in memory for one sample, beside its parameters. */
record Buffers(Network network, DataSpec data) {

  /** While it is used: inputs, and what each layer puts out. */
  long using() {
    long sum = inputs();
    for (PlannedLayer layer : network.layers()) {
      sum += layer.layer().buffers(layer.site(), false);
    }
    return sum;
  }

  /**
   * While it is trained: also what the backward pass needs, as far down as something is learned.
   */
  long training() {
    long sum = inputs();
    Set<String> learning = new HashSet<>();
    Set<String> read = new HashSet<>();
    for (PlannedLayer layer : network.layers()) {
      boolean learns =
          layer.parameterCount() > 0 || layer.inputs().stream().anyMatch(learning::contains);
      if (learns) {
        learning.add(layer.name());
      }
      sum += layer.layer().buffers(layer.site(), learns);
      sum += again(layer, learning, read);
    }
    return sum;
  }

  private long inputs() {
    return data.inputs().stream().mapToLong(input -> input.shape().size()).sum();
  }

  /** Each layer that reads what another one has read before adds its part of the gradient. */
  private static long again(PlannedLayer layer, Set<String> learning, Set<String> read) {
    long sum = 0;
    for (int i = 0; i < layer.inputs().size(); i++) {
      String input = layer.inputs().get(i);
      if (!read.add(input) && learning.contains(input)) {
        sum += layer.site().inputs().get(i).size();
      }
    }
    return sum;
  }
}
