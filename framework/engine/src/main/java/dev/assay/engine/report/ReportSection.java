package dev.assay.engine.report;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code report}. */
@Doc("What a run's page shows beside its figures.")
public record ReportSection(
    @Doc("Which pictures; those that the network or its data cannot have are left out.")
        @Default("[curves, confusion, calibration, samples, mistakes, fit, attention, histograms]")
        List<Picture> pictures,
    @Doc(value = "How many samples a picture of samples has at most.", unit = "samples")
        @Default("20")
        @Positive
        int samples,
    @Doc("Whose attention is shown, and on which samples.") @Default("{}")
        AttentionSection attention,
    @Doc("A text that the network writes, before it is trained and after.")
        @Nullable TextSample sample) {

  /** A kind of picture. */
  public enum Picture {
    @Doc("Each metric over the epochs; the loss on a logarithmic axis, too.")
    CURVES,
    @Doc("How often each class was taken for each other; with a table of what follows for each.")
    CONFUSION,
    @Doc("How often the network is right, by how sure it is.")
    CALIBRATION,
    @Doc("The first images that are measured, with their predictions.")
    SAMPLES,
    @Doc("The first images whose class was not recognised.")
    MISTAKES,
    @Doc("Numbers that were predicted, beside those that were right.")
    FIT,
    @Doc("For each head of a layer of attention, how much each step looks at each other.")
    ATTENTION,
    @Doc("How the parameters of each layer are distributed, and the gradient of the last step.")
    HISTOGRAMS
  }
}
