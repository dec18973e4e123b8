package dev.assay.engine.plan;

import dev.assay.config.bind.Locations;
import dev.assay.config.text.Span;
import dev.assay.engine.Experiment;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.optimizer.Group;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.engine.review.Outline;
import dev.assay.engine.review.Reviewed;
import dev.assay.engine.sweep.Sweep;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Warns of settings that have no effect. */
record DeadRules(Review review, DataSpec data, Network network) {

  void check() {
    if (review.trains()) {
      evaluation();
      batch();
      learning();
      components();
    } else {
      untrained("optimizer", review.experiment().optimizer() != null);
      untrained("stopping", !review.experiment().stopping().isEmpty());
    }
    metrics();
    sweep();
    inputs();
    targets();
  }

  private void targets() {
    List<DataSpec.Field> compared =
        network.heads().stream().map(head -> ((Head) head.layer()).field(head.site())).toList();
    for (DataSpec.Field target : data.targets()) {
      if (target.shape().symbols() == 1) {
        warn(
            review.locations().of(review.experiment().dataset().dataset()),
            "the target `%s` has one class alone, which leaves nothing to be told apart"
                .formatted(target.name()),
            "");
      }
      if (!compared.isEmpty() && !compared.contains(target)) {
        warn(
            review.locations().ofKey(review.experiment(), "architecture"),
            "nothing is compared with the target `%s`".formatted(target.name()),
            "`target: %s` of an `output` or a `loss` compares it".formatted(target.name()));
      }
    }
  }

  private void learning() {
    if (network.parameters() > 0 && network.learned() == 0) {
      warn(
          review.locations().ofKey(review.experiment(), "training"),
          "nothing learns: all parameters are `frozen`",
          "");
    }
  }

  private void inputs() {
    for (DataSpec.Field input : data.inputs()) {
      if (network.readers(input.name()).isEmpty()) {
        warn(
            review.locations().ofKey(review.experiment(), "architecture"),
            "no layer is given the input `%s`".formatted(input.name()),
            "`from: %s` gives it to one".formatted(input.name()));
      }
    }
  }

  private void warn(Span at, String message, String hint) {
    review.problems().warning(PlanRules.DEAD, at, message, hint);
  }

  private void untrained(String section, boolean written) {
    if (written) {
      warn(
          review.locations().ofKey(review.experiment(), section),
          "nothing is trained, so `%s` has no effect".formatted(section),
          "`training: {epochs: 1}` trains");
    }
  }

  private void evaluation() {
    int every = review.experiment().evaluation().every();
    int epochs = outline().epochs();
    if (every > epochs) {
      warn(
          review.locations().of(review.experiment().evaluation(), "every"),
          "`every` is %d epochs, and the training has %d".formatted(every, epochs),
          "the last epoch is always evaluated");
    }
  }

  private void batch() {
    int samples = data.samples().getOrDefault(DataSpec.TRAIN, 0);
    int batch = review.experiment().dataset().batchSize().of(samples);
    if (batch > samples) {
      warn(
          review.locations().of(review.experiment().dataset(), "batch_size"),
          "the batch is larger than the %,d training samples".formatted(samples),
          "`batch_size: full` takes all of them");
    }
  }

  private void metrics() {
    Set<Object> seen = new HashSet<>();
    for (Object metric : review.experiment().evaluation().metrics()) {
      if (!seen.add(metric)) {
        warn(review.locations().of(metric), "this metric is there already", "");
      }
    }
  }

  private void sweep() {
    Sweep sweep = review.experiment().sweep();
    if (sweep != null) {
      sweep.space().entrySet().stream()
          .filter(key -> key.getValue().size() == 1)
          .map(key -> review.locations().of(sweep, "space", key.getKey()))
          .forEach(at -> warn(at, "one value alone is not varied", ""));
    }
  }

  private Outline outline() {
    Experiment experiment = review.experiment();
    int samples = data.samples().getOrDefault(DataSpec.TRAIN, 0);
    long pass = experiment.dataset().batchSize().batches(samples);
    return experiment.training() == null
        ? Outline.of(0, pass)
        : experiment.training().outline(pass);
  }

  /** Components that look at the training for themselves. */
  private void components() {
    review.experiment().stopping().forEach(this::component);
    OptimizerSection section = review.experiment().optimizer();
    if (section != null) {
      component(section.optimizer());
      section.groups().stream()
          .map(Group::optimizer)
          .filter(Objects::nonNull)
          .forEach(this::component);
    }
    Scheduled.all(section, network.layers()).values().forEach(this::component);
  }

  private void component(Object component) {
    Locations locations = review.locations();
    if (component instanceof Reviewed reviewed) {
      reviewed.doubts(outline()).forEach(doubt -> warn(locations.of(component), doubt, ""));
    }
  }
}
