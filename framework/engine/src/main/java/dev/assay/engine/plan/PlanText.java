package dev.assay.engine.plan;

import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan for people. */
public final class PlanText {

  private PlanText() {}

  /** The samples, the layers as a table, and what training will take. */
  public static String of(Plan plan, Kernels kernels) {
    StringBuilder text = new StringBuilder();
    text.append(plan.experiment().name()).append("\n\n");
    text.append(fields("input", plan.data().inputs()));
    text.append(fields("target", plan.data().targets()));
    String samples =
        plan.data().samples().entrySet().stream()
            .map(split -> "%s %,d".formatted(split.getKey(), split.getValue()))
            .collect(Collectors.joining(", "));
    text.append("samples       ").append(samples).append("\n\n");
    text.append(layers(plan, kernels));
    text.append('\n');
    text.append("parameters    ").append(parameters(plan.network())).append('\n');
    text.append(
        "operations    %,d a sample forward, a product and a sum being two%n"
            .formatted(plan.network().flops()));
    text.append("memory        ").append(memory(plan.memory())).append('\n');
    text.append("training      ").append(training(plan)).append('\n');
    if (!plan.metrics().isEmpty()) {
      text.append("metrics       ").append(String.join(", ", plan.metrics())).append('\n');
    }
    if (plan.trials() > 1) {
      text.append("trials        %,d%n".formatted(plan.trials()));
    }
    return text.toString();
  }

  /** What a sample has; by name where that is several things. */
  private static String fields(String what, List<Field> fields) {
    return fields.stream()
        .map(
            field ->
                "%-14s%s%s%n"
                    .formatted(
                        what,
                        fields.size() == 1 ? "" : "`%s`, ".formatted(field.name()),
                        field.describe()))
        .collect(Collectors.joining());
  }

  private static String layers(Plan plan, Kernels kernels) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("layer", "type", "given", "computed by", "shape", "parameters", "operations"));
    for (PlannedLayer layer : plan.network().layers()) {
      rows.add(
          List.of(
              layer.name(),
              layer.type(),
              String.join(", ", layer.inputs()),
              ComputedBy.of(plan, layer, kernels).toString(),
              layer.shape().toString(),
              parameters(layer),
              "%,d".formatted(layer.flops())));
    }
    return Table.of(rows, 5);
  }

  private static String parameters(PlannedLayer layer) {
    return layer.shares() == null
        ? "%,d".formatted(layer.parameterCount())
        : "of " + layer.shares();
  }

  /** Running means are counted, as they are saved with the rest; other programs leave them out. */
  private static String parameters(Network network) {
    long learned = network.learned();
    long all = network.parameters();
    return learned == all
        ? "%,d".formatted(all)
        : "%,d, of which %,d are learned".formatted(all, learned);
  }

  private static String memory(MemoryEstimate memory) {
    return "%s: parameters %s, gradients %s, optimizer %s, activations %s, evaluation %s"
        .formatted(
            bytes(memory.total()),
            bytes(memory.parameters()),
            bytes(memory.gradients()),
            bytes(memory.updater()),
            bytes(memory.activations()),
            bytes(memory.evaluation()));
  }

  private static String training(Plan plan) {
    if (plan.epochs() == 0) {
      return "none";
    }
    boolean whole = plan.steps() == plan.epochs() * plan.stepsPerEpoch();
    String epochs = count(plan.epochs(), "epoch") + " of " + count(plan.stepsPerEpoch(), "step");
    String all = whole ? epochs : epochs + ", " + count(plan.steps(), "step") + " in all";
    return "%s, %s each".formatted(all, count(plan.batchSize(), "sample"));
  }

  private static String count(long number, String what) {
    return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
  }

  /** {@code 1.5 MiB}. */
  static String bytes(long count) {
    if (count < 1024) {
      return count + " B";
    }
    int power = (63 - Long.numberOfLeadingZeros(count)) / 10;
    double scaled = (double) count / (1L << (10 * power));
    return String.format(Locale.ROOT, "%.1f %siB", scaled, "KMGTPE".charAt(power - 1));
  }
}
