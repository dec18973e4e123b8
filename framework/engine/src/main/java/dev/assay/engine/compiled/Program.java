package dev.assay.engine.compiled;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.execution.Output;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network compiled for batches of one size.
 *
 * @param shards what each thread computes
 * @param outputs the shapes of what the network says, by layer
 */
record Program(Crew crew, List<ShardProgram> shards, Map<String, Shape> outputs)
    implements AutoCloseable {

  /** Computes the gradient; returns the loss. */
  double train(Samples samples) {
    List<List<Output.Loss>> parts = new ArrayList<>(Collections.nCopies(shards.size(), List.of()));
    crew.all(shards.size(), i -> parts.set(i, shards.get(i).train(samples)));
    double sum = 0;
    for (int head = 0; head < parts.get(0).size(); head++) {
      Output.Loss loss = Output.Loss.NONE;
      for (List<Output.Loss> part : parts) {
        loss = loss.plus(part.get(head));
      }
      sum += loss.mean();
    }
    return sum;
  }

  /** Computes what the network says, and its loss where there are targets. */
  Map<String, Output> predict(Samples samples, int size, boolean targets) {
    Map<String, Values> said = new LinkedHashMap<>();
    outputs.forEach((name, shape) -> said.put(name, new Values(shape, size, Precision.FLOAT)));
    crew.all(
        shards.size(),
        i -> {
          shards.get(i).predict(samples);
          said.forEach(shards.get(i)::collect);
        });
    Map<String, Output> answers = new LinkedHashMap<>();
    said.forEach((name, values) -> answers.put(name, new Output(values, loss(name, targets))));
    return answers;
  }

  private Output.Loss loss(String name, boolean targets) {
    Output.Loss loss = Output.Loss.NONE;
    for (ShardProgram shard : shards) {
      LossKernel head = shard.heads().get(name);
      if (targets && head != null) {
        loss = loss.plus(new Output.Loss(head.loss(), head.weight()));
      }
    }
    return loss;
  }

  /** How much memory it takes outside the Java heap. */
  long bytes() {
    return shards.stream().map(ShardProgram::arena).mapToLong(Arena::bytes).sum();
  }

  @Override
  public void close() {
    shards.forEach(shard -> shard.arena().close());
  }
}
