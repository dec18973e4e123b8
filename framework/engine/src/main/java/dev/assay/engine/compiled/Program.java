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
import java.util.Objects;

/**
 * A network compiled for batches of one size.
 *
 * @param shards what each thread computes
 * @param outputs the shapes of what the network says, by layer
 * @param factors what the loss of each head is multiplied by in the network's own, the sum of all
 */
record Program(
    Crew crew, List<ShardProgram> shards, Map<String, Shape> outputs, Map<String, Double> factors)
    implements AutoCloseable {

  /** Computes the gradient; returns the loss. */
  double train(Samples samples) {
    List<Map<String, Output.Loss>> parts =
        new ArrayList<>(Collections.nCopies(shards.size(), Map.of()));
    crew.all(shards.size(), i -> parts.set(i, shards.get(i).train(samples)));
    double sum = 0;
    for (Map.Entry<String, Double> head : factors.entrySet()) {
      Output.Loss loss = Output.Loss.NONE;
      for (Map<String, Output.Loss> part : parts) {
        loss = loss.plus(Objects.requireNonNull(part.get(head.getKey())));
      }
      sum += head.getValue() * loss.mean();
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
