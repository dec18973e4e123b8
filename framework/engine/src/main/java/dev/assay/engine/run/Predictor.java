package dev.assay.engine.run;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.dataset.Vocabulary;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Output;
import dev.assay.engine.plan.Ends;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a network says of samples, in the words of the data. */
public record Predictor(Plan plan, Data data, Executable executable) {

  private static final int BATCH = 256;

  /**
   * Predicts.
   *
   * @param known whether the samples have targets, which are then shown beside the predictions
   * @return for each sample its facts by name: of a class its word and probability, of numbers the
   *     numbers, of a sequence of symbols its text
   */
  public List<Map<String, Object>> predictions(Data.Split split, boolean known) {
    List<Map<String, Object>> predictions = new ArrayList<>();
    Batches batches = Batches.inOrder(plan.data(), split, BATCH, plan.precision());
    while (batches.hasNext()) {
      Batch batch = batches.next();
      Map<String, Output> said = executable.forward(batch);
      for (int row = 0; row < batch.size(); row++) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sample", predictions.size() + 1);
        for (PlannedLayer output : plan.network().outputs()) {
          add(
              facts,
              output,
              Objects.requireNonNull(said.get(output.name())).values(),
              batch,
              row,
              known);
        }
        predictions.add(facts);
      }
    }
    return predictions;
  }

  private void add(
      Map<String, Object> facts,
      PlannedLayer output,
      Values said,
      Batch batch,
      int row,
      boolean known) {
    if (!(output.layer() instanceof Head head)) {
      facts.put(output.name(), numbers(own(output, said, batch, row)));
      return;
    }
    Field field = head.field(output.site());
    double[] numbers = own(output, said, batch, row);
    if (known) {
      Values targets = batch.targets().get(plan.data().targets().indexOf(field));
      facts.put(field.name(), words(field, targets.row(row)));
    }
    String name = field.name() + "_predicted";
    if (!field.shape().isSymbols()) {
      facts.put(name, numbers(numbers));
      return;
    }
    int width = said.shape().dim(-1);
    int rows = numbers.length / width;
    int steps = Math.min(rows, Math.max(1, head.steps(output.site())));
    double[] likeliest = new double[steps];
    int first = rows - steps;
    for (int step = 0; step < steps; step++) {
      likeliest[step] = said.likeliest(row * said.shape().size() + (first + step) * width, width);
    }
    facts.put(name, words(field, likeliest));
    if (head.steps(output.site()) <= 1) {
      facts.put(field.name() + "_probability", numbers[first * width + (int) likeliest[0]]);
    }
  }

  /** What is said of a sample, without what is said of steps that only fill it up. */
  private double[] own(PlannedLayer output, Values said, Batch batch, int row) {
    double[] all = said.row(row);
    Ends ends = output.lengths();
    int[] lengths = ends == null ? null : batch.lengths(plan.data(), ends.input());
    return ends == null || lengths == null
        ? all
        : Arrays.copyOf(all, ends.of(lengths)[row] * (all.length / said.shape().dim(0)));
  }

  private Object words(Field field, double[] values) {
    if (!field.shape().isSymbols()) {
      return numbers(values);
    }
    Vocabulary vocabulary = data.vocabulary(field);
    return vocabulary.text(values);
  }

  private static Object numbers(double[] values) {
    return values.length == 1 ? values[0] : Arrays.stream(values).boxed().toList();
  }
}
