package dev.assay.standard.stopping;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.review.Outline;
import dev.assay.engine.review.Reviewed;
import dev.assay.engine.stopping.StoppingRule;
import dev.assay.engine.sweep.Objective.Goal;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends the training when a metric has not become better for a while. */
@Doc("Ends the training when a metric has not become better for a while.")
@Elsewhere("early_stopping")
public record Patience(
    @Doc("The metric to watch.") String metric,
    @Doc(value = "How long to wait for a better value.", unit = "epochs") @Positive int epochs,
    @Doc("Whether better is more or less.") @Default("minimize") Goal goal,
    @Doc("How much better counts.") @Default("0") @PositiveOrZero double minDelta)
    implements StoppingRule, Reviewed {

  @Override
  public List<String> doubts(Outline outline) {
    return epochs < outline.epochs()
        ? List.of()
        : List.of(
            "`patience` waits for %d epochs, and the training has %d"
                .formatted(epochs, outline.epochs()));
  }

  @Override
  public List<String> metrics() {
    return List.of(metric);
  }

  @Override
  public Judge judge() {
    return new Judge() {
      private double best = Double.NaN;
      private int bestEpoch;

      @Override
      public Optional<Verdict> afterEpoch(int epoch, Map<String, Double> metrics) {
        Double value = metrics.get(metric);
        if (value == null) {
          return Optional.empty();
        }
        double gain = goal == Goal.MINIMIZE ? best - value : value - best;
        if (Double.isNaN(best) || gain > minDelta) {
          best = value;
          bestEpoch = epoch;
        }
        return epoch - bestEpoch < epochs
            ? Optional.empty()
            : Optional.of(
                new Verdict(
                    false,
                    "%s has not become better than %.4g since epoch %d"
                        .formatted(metric, best, bestEpoch)));
      }
    };
  }
}
