package dev.assay.engine.evaluation;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import jakarta.validation.constraints.Positive;
import java.util.List;

/** The section {@code evaluation}. */
@Doc("What is measured, and on which samples.")
public record Evaluation(
    @Doc("Figures to compute beside the loss.") List<Metric> metrics,
    @Doc("The splits to measure; all but `train` if left out.") List<String> on,
    @Doc(value = "How often to measure while training; the last epoch always is.", unit = "epochs")
        @Default("1")
        @Positive
        int every) {}
