package dev.assay.engine.plan;

import dev.assay.engine.Experiment;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.evaluation.Metric;
import dev.assay.engine.shape.ShapeException;
import dev.assay.engine.training.TrainingMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Metrics can be computed, and whoever names one names one that is.
 *
 * @param network nothing where it is wrong; it is then taken to be what the metrics need
 */
record MetricRules(Review review, Optional<Network> network, DataSpec data) {

  /** Checks all of it; returns the names of what will be measured. */
  List<String> check() {
    Experiment experiment = review.experiment();
    List<String> on = experiment.evaluation().on();
    IntStream.range(0, on.size()).forEach(place -> split(on.get(place), place));
    network.ifPresent(
        sound -> experiment.evaluation().metrics().forEach(metric -> computable(metric, sound)));
    List<String> names = names();
    if (network.isEmpty() && data.targets().size() > 1) {
      return names; // several heads would have figures of their own
    }
    if (experiment.stopping() != null) {
      experiment.stopping().forEach(rule -> watched(rule, rule.metrics(), names));
    }
    Scheduled.all(experiment.optimizer(), layers())
        .values()
        .forEach(schedule -> watched(schedule, schedule.metrics(), names));
    if (experiment.sweep() != null) {
      measured(experiment.sweep().objective(), experiment.sweep().objective().metric(), names);
    }
    return names;
  }

  private List<String> names() {
    Experiment experiment = review.experiment();
    List<String> names = new ArrayList<>(review.trains() ? ofTraining() : List.of());
    if (network.isPresent()) {
      Measurement.all(
              experiment.evaluation(), data, review.trains(), network.get(), review.catalog())
          .forEach(measurement -> names.add(measurement.name()));
      return names;
    }
    for (String split : Measurement.splits(experiment.evaluation(), data)) {
      names.add(Measurement.loss(split));
      experiment
          .evaluation()
          .metrics()
          .forEach(metric -> names.add(Measurement.name(split, metric, review.catalog())));
    }
    return names;
  }

  /** Whether it may be a number that changes, of what is broken and so not known. */
  private boolean mayBeScheduled(String metric) {
    boolean known = network.isPresent() && !review.broken().contains("optimizer");
    return !known && review.trains() && Scheduled.isName(metric);
  }

  private List<String> ofTraining() {
    return TrainingMetrics.all(
        Scheduled.logged(review.experiment().optimizer(), layers()).keySet());
  }

  private List<PlannedLayer> layers() {
    return network.map(Network::layers).orElse(List.of());
  }

  private void split(String name, int place) {
    if (!data.samples().containsKey(name)) {
      review.unknown(
          PlanRules.SPLIT,
          review.locations().ofItem(review.experiment().evaluation(), "on", place),
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
    List<@Nullable ShapeException> obstacles = new ArrayList<>();
    sound.heads().forEach(head -> obstacles.add(Measurement.obstacle(metric, head, sound, data)));
    ShapeException first = obstacles.get(0);
    if (first != null && !obstacles.contains(null)) {
      review.error(
          PlanRules.METRIC,
          review.locations().of(metric),
          "`%s` %s".formatted(name, first.reason()),
          first.hint());
    }
  }

  private void watched(Object by, List<String> metrics, List<String> names) {
    metrics.forEach(metric -> measured(by, metric, names));
  }

  private void measured(Object by, String metric, List<String> names) {
    if (!names.contains(metric) && !mayBeScheduled(metric)) {
      review.unknown(
          PlanRules.METRIC,
          review.locations().of(by, "metric"),
          "the experiment does not measure `%s`".formatted(metric),
          metric,
          names);
    }
  }
}
