package dev.assay.engine.plan;

import dev.assay.engine.Experiment;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.ShapeException;
import dev.assay.engine.stopping.StoppingRule;
import java.util.List;
import java.util.Optional;

/**
 * Metrics can be computed, and whoever names one names one that is.
 *
 * @param network nothing where it is wrong; it is then taken to be what the metrics need
 */
record MetricRules(Review review, Optional<Network> network, DataSpec data) {

  /** Checks all of it; returns the names of what will be measured. */
  List<String> check() {
    Experiment experiment = review.experiment();
    experiment.evaluation().on().forEach(this::split);
    network.ifPresent(
        sound -> experiment.evaluation().metrics().forEach(metric -> computable(metric, sound)));
    boolean hasLoss = network.isEmpty() || !network.get().heads().isEmpty();
    List<String> names =
        MetricNames.all(experiment.evaluation(), data, review.trains(), hasLoss, review.catalog());
    if (experiment.stopping() != null) {
      experiment.stopping().forEach(rule -> watched(rule, names));
    }
    if (experiment.sweep() != null) {
      measured(experiment.sweep().objective(), experiment.sweep().objective().metric(), names);
    }
    return names;
  }

  private void split(String name) {
    if (!data.samples().containsKey(name)) {
      review.unknown(
          PlanRules.SPLIT,
          review.locations().of(review.experiment().evaluation(), "on"),
          "the dataset has no split `%s`".formatted(name),
          name,
          data.samples().keySet());
    }
  }

  private void computable(Metric metric, Network sound) {
    String name = review.catalog().name(Metric.class, metric.getClass());
    if (sound.heads().isEmpty()) {
      review.error(
          PlanRules.METRIC,
          review.locations().of(metric),
          "`%s` compares predictions with a target, and no layer does".formatted(name),
          "end the layers with an `output` or a `loss`");
      return;
    }
    PlannedLayer head = sound.heads().get(0);
    try {
      metric.check(
          data.inputs().get(0).shape(),
          head.shape(),
          ((Head) head.layer()).field(head.site()).shape());
    } catch (ShapeException e) {
      review.error(
          PlanRules.METRIC,
          review.locations().of(metric),
          "`%s` %s".formatted(name, e.reason()),
          e.hint());
    }
  }

  private void watched(StoppingRule rule, List<String> names) {
    rule.metrics().forEach(metric -> measured(rule, metric, names));
  }

  private void measured(Object by, String metric, List<String> names) {
    if (!names.contains(metric)) {
      review.unknown(
          PlanRules.METRIC,
          review.locations().of(by, "metric"),
          "the experiment does not measure `%s`".formatted(metric),
          metric,
          names);
    }
  }
}
