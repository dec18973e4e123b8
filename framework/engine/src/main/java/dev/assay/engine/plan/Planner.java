package dev.assay.engine.plan;

import dev.assay.config.bind.Bound;
import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.Unbinder;
import dev.assay.config.diagnostics.Problems;
import dev.assay.engine.Experiment;
import dev.assay.engine.architecture.NamePattern;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.optimizer.Group;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of an experiment, or finds out why there is none. {@code check}, {@code plan},
 * {@code run} and {@code sweep} all come through here, so a dry run cannot lie.
 */
public final class Planner {

  /** The version of the language that this program reads. */
  public static final int VERSION = 1;

  private final Review review;
  private final Experiment experiment;
  private final Bound<Experiment> bound;

  private Planner(Review review, Bound<Experiment> bound) {
    this.review = review;
    this.experiment = review.experiment();
    this.bound = bound;
  }

  /** The plan, or nothing where something is wrong; the reasons are then among the problems. */
  public static Optional<Plan> plan(
      Bound<Experiment> bound, DataFiles files, Catalog catalog, Problems problems) {
    if (bound.value() == null) {
      return Optional.empty();
    }
    int before = problems.errors();
    Review review = new Review(bound.value(), bound.broken(), bound.locations(), catalog, problems);
    Optional<Plan> plan = new Planner(review, bound).plan(files);
    return problems.errors() > before ? Optional.empty() : plan;
  }

  /** Looks at every section that was bound; those that were not have their problems already. */
  private Optional<Plan> plan(DataFiles files) {
    version();
    Optional<DataSpec> data =
        isSound("dataset", experiment.dataset()) ? data(files) : Optional.empty();
    if (data.isEmpty()) {
      return Optional.empty();
    }
    Optional<Network> network =
        experiment.architecture() == null
            ? Optional.empty()
            : new NetworkPlanner(review, data.get()).plan();
    network.ifPresent(sound -> new WeightRules(review, sound).check());
    List<Transferred> transfers =
        network.map(sound -> new TransferRules(review, sound).check()).orElse(List.of());
    if (!isSound("evaluation", experiment.evaluation()) || bound.broken().contains("training")) {
      return Optional.empty(); // what is measured follows from both
    }
    List<String> metrics = new MetricRules(review, network, data.get()).check();
    return network.isEmpty()
        ? Optional.empty()
        : plan(data.get(), network.get(), transfers, metrics);
  }

  /** Whether a section is there without an error: else what follows from it would be wrong, too. */
  private boolean isSound(String section, @Nullable Object value) {
    return value != null && !bound.broken().contains(section);
  }

  private Optional<Plan> plan(
      DataSpec data, Network network, List<Transferred> transfers, List<String> metrics) {
    if (experiment.expect() != null) {
      new ExpectRules(review, network, metrics).check(experiment.expect());
    }
    if (!bound.complete()) {
      return Optional.empty();
    }
    if (review.trains()) {
      trainable(network, data);
    }
    new DeadRules(review, data, network).check();
    new ReportRules(review, network, data).check(experiment.report());
    Experiment pinned = experiment.with(transfers.stream().map(Transferred::pinned).toList());
    return Optional.of(
        new Plan(
            pinned, Unbinder.tree(pinned, review.catalog()), data, network, transfers, metrics));
  }

  private void version() {
    boolean missing = experiment.assay() == 0;
    if (experiment.assay() != VERSION && !missing) {
      review.error(
          PlanRules.VERSION,
          review.locations().of(experiment, "assay"),
          "the file is in version %d of the language; this program reads version %d"
              .formatted(experiment.assay(), VERSION),
          "A newer release of Assay reads it.");
    }
  }

  private Optional<DataSpec> data(DataFiles files) {
    Dataset dataset = experiment.dataset().dataset();
    try {
      return Optional.of(dataset.spec(files));
    } catch (DataException e) {
      String key = e.key();
      Object wrong = e.part() == null ? dataset : e.part();
      review.error(
          PlanRules.DATA,
          key == null ? review.locations().of(wrong) : review.locations().of(wrong, key),
          String.valueOf(e.getMessage()),
          e.hint());
      return Optional.empty();
    }
  }

  private void trainable(Network network, DataSpec data) {
    if (experiment.optimizer() == null) {
      training("training needs an `optimizer`", "`optimizer: {type: adam, learning_rate: 0.001}`");
    }
    if (network.heads().isEmpty()) {
      training(
          "training needs a loss, and no layer has one",
          "End the layers with an `output` or a `loss`.");
    }
    groups(network);
    for (PlannedLayer output : network.outputs()) {
      if (!network.heads().contains(output) && !network.heads().isEmpty()) {
        review.error(
            PlanRules.TRAINING,
            output.at(),
            "`%s` leads to no loss: no layer is given what it puts out".formatted(output.name()),
            "`from` gives it to a layer");
      }
    }
    if (!data.samples().containsKey(DataSpec.TRAIN)) {
      training("training needs samples, and the dataset has none to train on", "");
    }
  }

  /** A pattern that stands for no layer would do nothing. */
  private void groups(Network network) {
    List<Group> groups =
        experiment.optimizer() == null ? List.of() : experiment.optimizer().groups();
    for (Group group : groups) {
      for (String pattern : group.layers()) {
        if (network.names().stream().noneMatch(new NamePattern(pattern)::matches)) {
          review.unknown(
              PlanRules.NAME,
              review.locations().of(group, "layers"),
              "no layer is called `%s`".formatted(pattern),
              pattern,
              network.names());
        }
      }
    }
  }

  private void training(String message, String hint) {
    review.error(
        PlanRules.TRAINING, review.locations().ofKey(experiment, "training"), message, hint);
  }
}
