package dev.assay.engine.plan;

import dev.assay.config.bind.Catalog;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.evaluation.Evaluation;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.training.TrainingMetrics;
import java.util.ArrayList;
import java.util.List;

/** The names under which an experiment logs what it measures. */
public final class MetricNames {

  private MetricNames() {}

  /** The splits that are measured: those that are named, or all that are not trained on. */
  public static List<String> splits(Evaluation evaluation, DataSpec data) {
    return evaluation.on().isEmpty()
        ? data.samples().keySet().stream().filter(split -> !split.equals(DataSpec.TRAIN)).toList()
        : evaluation.on();
  }

  /** What the loss of a split is logged as. */
  public static String loss(String split) {
    return split + "/loss";
  }

  /** What a metric of a split is logged as. */
  public static String of(String split, Metric metric, Catalog catalog) {
    return split + "/" + metric.label(catalog.name(Metric.class, metric.getClass()));
  }

  /** All names that an experiment logs. */
  static List<String> all(
      Evaluation evaluation, DataSpec data, boolean trains, boolean hasLoss, Catalog catalog) {
    List<String> names = new ArrayList<>();
    if (trains) {
      names.addAll(TrainingMetrics.ALL);
    }
    for (String split : splits(evaluation, data)) {
      boolean training = trains && split.equals(DataSpec.TRAIN); // whose loss is there already
      if (hasLoss && !training) {
        names.add(loss(split));
      }
      evaluation.metrics().forEach(metric -> names.add(of(split, metric, catalog)));
    }
    return names;
  }
}
