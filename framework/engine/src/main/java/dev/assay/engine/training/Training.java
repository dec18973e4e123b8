package dev.assay.engine.training;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.ExactlyOneOf;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.review.Outline;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** The section {@code training}. */
@Doc("How long and how precisely the network is trained.")
@ExactlyOneOf({"epochs", "steps"})
public record Training(
    @Doc(
            value =
                "Passes over the training samples, or what `steps_per_epoch` says instead; 0 leaves"
                    + " the network as it starts.",
            unit = "epochs")
        @PositiveOrZero
        @Nullable Integer epochs,
    @Doc(value = "How many batches to train on, instead of `epochs`.", unit = "steps") @Positive
        @Nullable Long steps,
    @Doc(
            value =
                "Batches from one measurement to the next, which an epoch then stands for; a whole"
                    + " pass over the samples if left out.",
            unit = "steps")
        @Positive
        @Nullable Long stepsPerEpoch,
    @Doc("How numbers are kept.") @Default("float") Precision precision,
    @Doc(
            value =
                "Threads that divide each batch among them, which decides the last bits of"
                    + " results; as many as the machine has cores if left out.",
            unit = "threads")
        @Positive
        @Nullable Integer threads) {

  /** Whether the network changes at all. */
  public boolean trains() {
    return epochs == null || epochs > 0;
  }

  /**
   * How long it is.
   *
   * @param pass how many batches the training samples make
   */
  public Outline outline(long pass) {
    long epoch = stepsPerEpoch == null ? Math.max(1, pass) : stepsPerEpoch;
    if (steps == null) {
      return Outline.of(epochs == null ? 0 : epochs, epoch);
    }
    return new Outline(Math.toIntExact((steps + epoch - 1) / epoch), epoch, steps);
  }
}
