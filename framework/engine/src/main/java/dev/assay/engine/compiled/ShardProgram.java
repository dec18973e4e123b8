package dev.assay.engine.compiled;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.execution.Output;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one thread computes of a batch.
 *
 * @param batch the samples' numbers on the heap
 * @param inputs where the network's inputs are to be
 * @param sums put the gradients together of layers that compute with the same parameters
 * @param heads losses, by the name of their layer
 * @param outputs what the network says, plain, by the name of the layer
 */
record ShardProgram(
    Arena arena,
    Shard shard,
    Batch batch,
    List<Memory> inputs,
    List<Kernel> kernels,
    List<Step> sums,
    Map<String, LossKernel> heads,
    Map<String, Port> outputs) {

  /** Forward and backward; the loss of each head, and what its rows weigh, as far as it is ours. */
  Map<String, Output.Loss> train(Samples samples) {
    forward(samples);
    Map<String, Output.Loss> losses = losses();
    backward(0);
    sums.forEach(Step::run);
    return losses;
  }

  /** The losses of what has gone forward, and their gradients. */
  Map<String, Output.Loss> losses() {
    Map<String, Output.Loss> losses = new LinkedHashMap<>();
    for (Map.Entry<String, LossKernel> entry : heads.entrySet()) {
      LossKernel head = entry.getValue();
      head.predict();
      losses.put(entry.getKey(), new Output.Loss(head.loss(), head.weight()));
      head.backward();
    }
    return losses;
  }

  /** All kernels backward, the last one first, to one of them. */
  void backward(int to) {
    for (int i = kernels.size() - 1; i >= to; i--) {
      kernels.get(i).backward();
    }
  }

  /** Forward, and what the heads predict. */
  void predict(Samples samples) {
    forward(samples);
    heads.values().forEach(LossKernel::predict);
    outputs.values().forEach(port -> port.move().run());
  }

  /** All kernels forward. */
  void forward(Samples samples) {
    forward(samples, kernels.size());
  }

  /** The first kernels forward. */
  void forward(Samples samples, int count) {
    samples.read(shard.first(), batch);
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).numbers().put(0, batch.inputs().get(i).floats());
    }
    for (int i = 0; i < count; i++) {
      kernels.get(i).forward();
    }
  }

  /** Copies what the network says to this thread's rows of the whole batch. */
  void collect(String output, Values into) {
    int row = into.shape().size();
    Objects.requireNonNull(outputs.get(output))
        .memory()
        .numbers()
        .get(0, into.floats(), shard.first() * row, shard.rows() * row);
  }
}
