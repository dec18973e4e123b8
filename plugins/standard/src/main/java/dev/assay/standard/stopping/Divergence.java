package dev.assay.standard.stopping;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.engine.stopping.StoppingRule;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;

/**
 * Ends a training that has failed: the loss of a batch is far beyond that of the first one. A loss
 * that is no number ends every training, with or without this rule.
 */
@Doc("Ends a training whose loss has grown far beyond that of its first batch.")
@Elsewhere("terminate_on_nan")
public record Divergence(
    @Doc("How many times the loss of the first batch is too much.") @Default("10") @Positive
        double factor)
    implements StoppingRule {

  @Override
  public List<String> metrics() {
    return List.of();
  }

  @Override
  public Judge judge() {
    return new Judge() {
      private double limit = Double.NaN;

      @Override
      public Optional<Verdict> afterStep(double loss) {
        if (Double.isNaN(limit)) {
          limit = factor * Math.abs(loss);
        }
        return loss <= limit
            ? Optional.empty()
            : Optional.of(
                new Verdict(
                    true,
                    "the loss, %.4g, is more than %s times that of the first batch"
                        .formatted(loss, factor)));
      }
    };
  }
}
