package dev.assay.engine;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.NumberArray;
import dev.assay.engine.architecture.Architecture;
import dev.assay.engine.dataset.DatasetSection;
import dev.assay.engine.evaluation.Evaluation;
import dev.assay.engine.expect.Expect;
import dev.assay.engine.optimizer.OptimizerSection;
import dev.assay.engine.report.ReportSection;
import dev.assay.engine.stopping.StoppingRule;
import dev.assay.engine.sweep.Sweep;
import dev.assay.engine.tracking.Tracker;
import dev.assay.engine.training.Training;
import dev.assay.engine.transfer.Transfer;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole file. */
@Doc("An experiment.")
public record Experiment(
    @Doc("The version of this language that the file is written in: 1.") int assay,
    @Doc("What results are filed under.")
        @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9._ -]{0,99}",
            message = "is letters, digits, dots, dashes, underscores and spaces, 100 at most")
        String name,
    @Doc("What the experiment is about, in Markdown.") @Nullable String description,
    @Doc("Facts to find the run by.") Map<String, String> tags,
    @Doc("Decides all that is random: initial weights, the order of samples, made-up data.")
        @Default("1")
        long seed,
    @Doc("What the network is computed on.") @Default("auto") Device device,
    @Doc("Samples, and how they become batches.") DatasetSection dataset,
    @Doc("The network.") Architecture architecture,
    @Doc("Parameters to start from instead of random ones, by layer and parameter.")
        Map<String, Map<String, NumberArray>> weights,
    @Doc("Runs to take parameters from, one after the other, before `weights` are set.")
        List<Transfer> transfer,
    @Doc("How gradients change parameters.") @Nullable OptimizerSection optimizer,
    @Doc("How long and how precisely the network is trained.") @Nullable Training training,
    @Doc("When training ends before its last epoch.") List<StoppingRule> stopping,
    @Doc("What is measured, and on which samples.") @Default("{}") Evaluation evaluation,
    @Doc("What a run's page shows beside its figures.") @Default("{}") ReportSection report,
    @Doc("Who is told of the run, beside its journal.") @Nullable Tracker tracking,
    @Doc("Keys to vary, and how.") @Nullable Sweep sweep,
    @Doc("What must come out.") @Nullable Expect expect) {

  /** The same, with parameters from these runs. */
  public Experiment with(List<Transfer> transfers) {
    return new Experiment(
        assay,
        name,
        description,
        tags,
        seed,
        device,
        dataset,
        architecture,
        weights,
        transfers,
        optimizer,
        training,
        stopping,
        evaluation,
        report,
        tracking,
        sweep,
        expect);
  }
}
