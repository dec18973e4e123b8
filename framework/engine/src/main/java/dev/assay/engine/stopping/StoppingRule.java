package dev.assay.engine.stopping;

import dev.assay.config.bind.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reason to end the training early. */
@Kind(value = "stopping rule", plural = "stopping rules")
public interface StoppingRule {

  /** The metrics that it looks at; the experiment must log them. */
  List<String> metrics();

  /** Somebody who watches one training by this rule. */
  Judge judge();

  /** Watches a training. Each call answers whether the training has to end. */
  interface Judge {

    /** After each step, with the loss of its batch. */
    default Optional<Verdict> afterStep(double loss) {
      return Optional.empty();
    }

    /** After each epoch, with all that was measured in it, by name. */
    default Optional<Verdict> afterEpoch(int epoch, Map<String, Double> metrics) {
      return Optional.empty();
    }
  }

  /**
   * The end of a training.
   *
   * @param diverged whether the training failed, rather than reached what it was for
   * @param reason for people: {@code train/loss 0.0093 is below 0.01}
   */
  record Verdict(boolean diverged, String reason) {}
}
