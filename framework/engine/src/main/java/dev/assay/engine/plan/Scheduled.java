package dev.assay.engine.plan;

import dev.assay.engine.optimizer.Group;
import dev.assay.engine.optimizer.Optimizer;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.engine.schedule.Schedule;
import dev.assay.engine.training.TrainingMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an experiment that may change while it trains, by the names under which they are
 * logged: {@code train/learning_rate} and {@code train/momentum} of the optimizer, {@code
 * train/group_2/learning_rate} of the second group's own, {@code train/dropout_1/rate} of a layer.
 */
final class Scheduled {

  private final Map<String, Schedule> schedules = new LinkedHashMap<>();

  private Scheduled() {}

  /** All of them; those of layers only where the network is sound. */
  static Map<String, Schedule> all(@Nullable OptimizerSection section, List<PlannedLayer> layers) {
    Scheduled scheduled = new Scheduled();
    if (section != null) {
      scheduled.add("", section.optimizer());
      for (int i = 0; i < section.groups().size(); i++) {
        Group group = section.groups().get(i);
        if (group.optimizer() != null) {
          scheduled.add("group_" + (i + 1) + "/", group.optimizer());
        }
      }
    }
    layers.forEach(scheduled::add);
    return scheduled.schedules;
  }

  /** Those that are worth being logged: the learning rate, and what does change. */
  static Map<String, Schedule> logged(
      @Nullable OptimizerSection section, List<PlannedLayer> layers) {
    Map<String, Schedule> logged = all(section, layers);
    logged
        .entrySet()
        .removeIf(
            entry ->
                entry.getValue().isConstant()
                    && !entry.getKey().equals(TrainingMetrics.LEARNING_RATE));
    return logged;
  }

  /** Whether something is named as such a number is, beside the learning rate. */
  static boolean isName(String metric) {
    String prefix = TrainingMetrics.of("");
    return metric.equals(TrainingMetrics.of("momentum"))
        || (metric.startsWith(prefix) && metric.indexOf('/', prefix.length()) > 0);
  }

  private void add(String whose, Optimizer optimizer) {
    schedules.put(TrainingMetrics.of(whose + "learning_rate"), optimizer.learningRate());
    Schedule kept = optimizer.kept();
    if (kept != null) {
      schedules.put(TrainingMetrics.of(whose + "momentum"), kept);
    }
  }

  private void add(PlannedLayer layer) {
    String prefix = layer.name() + "/";
    layer
        .layer()
        .schedules()
        .forEach((key, schedule) -> schedules.put(TrainingMetrics.of(prefix + key), schedule));
    if (layer.treatment().weightNoise() != null) {
      layer
          .treatment()
          .weightNoise()
          .schedules()
          .forEach(
              (key, schedule) ->
                  schedules.put(TrainingMetrics.of(prefix + "weight_noise/" + key), schedule));
    }
  }
}
