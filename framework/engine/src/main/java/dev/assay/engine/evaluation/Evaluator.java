package dev.assay.engine.evaluation;

import dev.assay.engine.architecture.Loss;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.evaluation.Metric.Scored;
import dev.assay.engine.evaluation.Metric.Tally;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Generator;
import dev.assay.engine.execution.Output;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures a network on splits of a dataset.
 *
 * @param requests what to measure, in order
 */
public record Evaluator(
    Executable executable,
    DataSpec spec,
    Data data,
    int batchSize,
    Precision precision,
    Answer answer,
    List<Request> requests) {

  /**
   * Where the network's answer is, and what it is compared with.
   *
   * @param output the name of the layer that predicts
   * @param target the target's index in the data
   * @param steps how many of the last steps have a target; 0 where there are no steps
   * @param loss what compares them, if anything does
   */
  public record Answer(String output, int target, int steps, @Nullable Loss loss) {}

  /**
   * A figure to compute.
   *
   * @param name what it is logged as
   * @param metric computes it; null for the loss
   */
  public record Request(String split, String name, @Nullable Metric metric) {}

  /** All figures, by name. */
  public Map<String, Double> evaluate() {
    Map<String, Double> figures = new LinkedHashMap<>();
    requests.stream().map(Request::split).distinct().forEach(split -> evaluate(split, figures));
    return figures;
  }

  private void evaluate(String split, Map<String, Double> figures) {
    List<Request> wanted = requests.stream().filter(r -> r.split().equals(split)).toList();
    List<Tally> tallies = new ArrayList<>();
    wanted.forEach(r -> tallies.add(r.metric() == null ? new MeanLoss() : r.metric().tally()));
    Batches batches = Batches.inOrder(spec, data.split(split), batchSize, precision);
    while (batches.hasNext()) {
      Answered batch = new Answered(batches.next());
      tallies.forEach(tally -> tally.add(batch));
    }
    for (int i = 0; i < wanted.size(); i++) {
      figures.put(wanted.get(i).name(), tallies.get(i).value());
    }
  }

  /** The loss of all samples as if they were one batch. */
  private static final class MeanLoss implements Tally {
    private Output.Loss all = Output.Loss.NONE;

    @Override
    public void add(Scored batch) {
      all = all.plus(((Answered) batch).output().loss());
    }

    @Override
    public double value() {
      return all.sum() / all.weight();
    }
  }

  /** A batch whose answers are computed when a metric first asks for them. */
  private final class Answered implements Scored {
    private final Batch batch;
    private @Nullable Output output;
    private @Nullable Values generated;

    Answered(Batch batch) {
      this.batch = batch;
    }

    Output output() {
      if (output == null) {
        output = Objects.requireNonNull(executable.forward(batch).get(answer.output()));
      }
      return output;
    }

    @Override
    public Values inputs() {
      return batch.inputs().get(0);
    }

    @Override
    public Values targets() {
      return batch.targets().get(answer.target());
    }

    @Override
    public boolean counts(int row) {
      if (answer.loss() == null) {
        return true;
      }
      int width = targets().shape().size() / Math.max(1, answer.steps());
      double[] target = new double[width];
      for (int i = 0; i < width; i++) {
        target[i] = targets().get(row * width + i);
      }
      return answer.loss().weight(target) != 0;
    }

    @Override
    public Values predictions() {
      return lastSteps(output().values(), answer.steps());
    }

    /**
     * The target of a sequence's last steps is each time the next symbol, so the question ends with
     * the first step that has a target.
     */
    @Override
    public Values generated() {
      if (generated == null) {
        int question = inputs().shape().dim(0) - answer.steps() + 1;
        generated =
            new Generator(executable, answer.output())
                .continued(inputs(), question, answer.steps());
      }
      return generated;
    }
  }

  private static Values lastSteps(Values all, int steps) {
    if (steps == 0 || steps == all.shape().dim(0)) {
      return all;
    }
    int width = all.shape().dim(-1);
    int skipped = (all.shape().dim(0) - steps) * width;
    Values last = new Values(Shape.of(steps, width), all.rows(), all.precision());
    for (int row = 0; row < all.rows(); row++) {
      for (int i = 0; i < steps * width; i++) {
        last.set(row * steps * width + i, all.get(row * all.shape().size() + skipped + i));
      }
    }
    return last;
  }
}
