package dev.assay.engine.compiled;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.execution.Output;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network compiled for batches of one size.
 *
 * @param shards what each thread computes
 * @param outputs the shapes of what the network says, by layer
 * @param rows how many rows the mean of each head's loss is taken over
 */
record Program(
    Crew crew, List<ShardProgram> shards, Map<String, Shape> outputs, Map<String, Integer> rows)
    implements AutoCloseable {

  /** Computes the gradient; returns the loss. */
  double train(Samples samples) {
    double[] losses = new double[shards.size()];
    crew.all(shards.size(), i -> losses[i] = shards.get(i).train(samples, rows));
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
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

  private double loss(String name, boolean targets) {
    Integer count = rows.get(name);
    if (!targets || count == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (ShardProgram shard : shards) {
      sum += Objects.requireNonNull(shard.heads().get(name)).loss();
    }
    return sum / count;
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
