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
import dev.assay.engine.execution.Choice;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Generator;
import dev.assay.engine.execution.NextSymbol;
import dev.assay.engine.execution.Output;
import dev.assay.engine.shape.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
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
    List<Request> requests) {

  /**
   * Where the network's answer is, and what it is compared with.
   *
   * @param output the name of the layer that predicts
   * @param target the target's index in the data
   * @param steps how many of the last steps have a target; 0 where there are no steps
   * @param width how many numbers of the target one row of it has
   * @param context how many of the last steps the network looks back on
   * @param loss what compares them, if anything does
   * @param weight what its loss is multiplied by in the network's own
   */
  public record Answer(
      String output,
      int target,
      int steps,
      int width,
      int context,
      @Nullable Loss loss,
      double weight) {}

  /**
   * A figure to compute.
   *
   * @param name what it is logged as
   * @param metric computes it; null for the loss
   * @param answers what is measured: one answer, or all whose losses are added up by their weights
   */
  public record Request(String split, String name, @Nullable Metric metric, List<Answer> answers) {

    private Tally tally() {
      return metric == null ? new MeanLoss(answers) : metric.tally();
    }
  }

  /** All figures, by name. */
  public Map<String, Double> evaluate() {
    Map<String, Double> figures = new LinkedHashMap<>();
    requests.stream().map(Request::split).distinct().forEach(split -> evaluate(split, figures));
    return figures;
  }

  private void evaluate(String split, Map<String, Double> figures) {
    List<Request> wanted = requests.stream().filter(r -> r.split().equals(split)).toList();
    List<Tally> tallies = wanted.stream().map(Request::tally).toList();
    ask(
        split,
        asked -> {
          for (int i = 0; i < wanted.size(); i++) {
            tallies.get(i).add(asked.answered(wanted.get(i).answers().get(0)));
          }
        });
    for (int i = 0; i < wanted.size(); i++) {
      figures.put(wanted.get(i).name(), tallies.get(i).value());
    }
  }

  /**
   * Shows somebody what the network makes of a split, batch by batch. It is given a batch when it
   * is first asked what it says of it.
   */
  public void show(String split, Answer answer, Consumer<Scored> reader) {
    ask(split, asked -> reader.accept(asked.answered(answer)));
  }

  private void ask(String split, Consumer<Asked> reader) {
    Batches batches = Batches.inOrder(spec, data.split(split), batchSize, precision);
    while (batches.hasNext()) {
      reader.accept(new Asked(batches.next()));
    }
  }

  /**
   * The loss of all samples as if they were one batch: of one answer, or of all by their weights.
   */
  private static final class MeanLoss implements Tally {
    private final List<Answer> answers;
    private final Map<Answer, Output.Loss> losses = new LinkedHashMap<>();

    MeanLoss(List<Answer> answers) {
      this.answers = answers;
    }

    @Override
    public void add(Scored batch) {
      Answered answered = (Answered) batch;
      for (Answer answer : answers) {
        losses.merge(answer, answered.asked().output(answer).loss(), Output.Loss::plus);
      }
    }

    @Override
    public double value() {
      double sum = 0;
      for (Map.Entry<Answer, Output.Loss> entry : losses.entrySet()) {
        double weight = answers.size() == 1 ? 1 : entry.getKey().weight();
        sum += weight * entry.getValue().sum() / entry.getValue().weight();
      }
      return losses.isEmpty() ? Double.NaN : sum;
    }
  }

  /** A batch that the network is given when somebody first asks for what it says. */
  private final class Asked {
    private final Batch batch;
    private final Map<Answer, Answered> answers = new HashMap<>();
    private @Nullable Map<String, Output> outputs;

    Asked(Batch batch) {
      this.batch = batch;
    }

    Answered answered(Answer answer) {
      return answers.computeIfAbsent(answer, a -> new Answered(this, a));
    }

    Output output(Answer answer) {
      if (outputs == null) {
        outputs = executable.forward(batch);
      }
      return Objects.requireNonNull(outputs.get(answer.output()));
    }
  }

  /** One of the network's answers to a batch. */
  private final class Answered implements Scored {
    private final Asked asked;
    private final Answer answer;
    private @Nullable Values generated;

    Answered(Asked asked, Answer answer) {
      this.asked = asked;
      this.answer = answer;
    }

    Asked asked() {
      return asked;
    }

    @Override
    public Values inputs() {
      return asked.batch.inputs().get(0);
    }

    @Override
    public Values targets() {
      return asked.batch.targets().get(answer.target());
    }

    @Override
    public boolean counts(int row) {
      int width = answer.width();
      if (!targets().counts(row * width)) {
        return false;
      }
      if (answer.loss() == null) {
        return true;
      }
      double[] target = new double[width];
      for (int i = 0; i < width; i++) {
        target[i] = targets().get(row * width + i);
      }
      return answer.loss().weight(target) != 0;
    }

    @Override
    public OptionalDouble threshold() {
      return answer.loss() == null ? OptionalDouble.empty() : answer.loss().threshold();
    }

    @Override
    public Values predictions() {
      return lastSteps(asked.output(answer).values(), answer.steps());
    }

    /**
     * The target of a sequence's last steps is each time the next symbol, so the question ends with
     * the first step that has a target.
     */
    @Override
    public Values generated() {
      if (generated == null) {
        int question = inputs().shape().dim(0) - answer.steps() + 1;
        NextSymbol next =
            new NextSymbol(answer.output(), inputs().shape().symbols(), answer.context());
        generated =
            new Generator(executable, next, Choice.LIKELIEST)
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
