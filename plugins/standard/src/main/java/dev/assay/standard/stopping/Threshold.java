package dev.assay.standard.stopping;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.ExactlyOneOf;
import dev.assay.engine.stopping.StoppingRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the training when a metric is good enough. */
@Doc("Ends the training when a metric is good enough.")
@ExactlyOneOf({"below", "above"})
public record Threshold(
    @Doc("The metric to watch.") String metric,
    @Doc("The training ends once the metric is below this.") @Nullable Double below,
    @Doc("The training ends once the metric is above this.") @Nullable Double above)
    implements StoppingRule {

  @Override
  public List<String> metrics() {
    return List.of(metric);
  }

  @Override
  public Judge judge() {
    return new Judge() {
      @Override
      public Optional<Verdict> afterEpoch(int epoch, Map<String, Double> metrics) {
        Double value = metrics.get(metric);
        return value == null ? Optional.empty() : verdict(value);
      }
    };
  }

  private Optional<Verdict> verdict(double value) {
    if (below != null && value < below) {
      return Optional.of(new Verdict(false, "%s %.4g is below %s".formatted(metric, value, below)));
    }
    if (above != null && value > above) {
      return Optional.of(new Verdict(false, "%s %.4g is above %s".formatted(metric, value, above)));
    }
    return Optional.empty();
  }
}
