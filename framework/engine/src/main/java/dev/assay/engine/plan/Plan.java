package dev.assay.engine.plan;

import dev.assay.config.tree.Node;
import dev.assay.engine.Experiment;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.dataset.BatchSize;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.review.Outline;
import java.util.List;

/**
 * What an experiment amounts to, known before anything runs.
 *
 * @param resolved the experiment as a tree, with every default written out
 * @param data what the samples look like
 * @param metrics the names of all that will be measured
 */
public record Plan(
    Experiment experiment,
    Node.Mapping resolved,
    DataSpec data,
    Network network,
    List<String> metrics,
    MemoryEstimate memory) {

  /** How long the training is; no epochs without one. */
  public Outline length() {
    long pass = batches().batches(samples());
    return experiment.training() == null
        ? Outline.of(0, pass)
        : experiment.training().outline(pass);
  }

  public int epochs() {
    return length().epochs();
  }

  public Precision precision() {
    return experiment.training() == null ? Precision.FLOAT : experiment.training().precision();
  }

  /** How many threads the network is computed with. */
  public int threads() {
    Integer threads = experiment.training() == null ? null : experiment.training().threads();
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  public int batchSize() {
    return batches().of(data.samples().getOrDefault(DataSpec.TRAIN, 1));
  }

  public long stepsPerEpoch() {
    return length().stepsPerEpoch();
  }

  public long steps() {
    return length().steps();
  }

  /** How many items a throughput counts in an epoch. */
  public long itemsPerEpoch() {
    boolean pass = stepsPerEpoch() == batches().batches(samples());
    return itemsPerSample() * (pass ? samples() : stepsPerEpoch() * batchSize());
  }

  private int samples() {
    return data.samples().getOrDefault(DataSpec.TRAIN, 0);
  }

  /**
   * What a throughput counts in a sample: its tokens if each step of a sequence has a target, else
   * the sample as a whole.
   */
  public int itemsPerSample() {
    for (PlannedLayer head : network.heads()) {
      int steps = ((Head) head.layer()).steps(head.site());
      if (steps > 0 && steps == head.shape().dim(0)) {
        return steps;
      }
    }
    return 1;
  }

  /**
   * Opens the data.
   *
   * @throws dev.assay.engine.dataset.DataException if it is not what it should be
   */
  public Data open(DataFiles files) {
    return experiment.dataset().dataset().open(files, experiment.seed());
  }

  /** How many trials a sweep makes; 1 without one. */
  public int trials() {
    return experiment.sweep() == null
        ? 1
        : experiment.sweep().search().trials(experiment.sweep().space());
  }

  private BatchSize batches() {
    return experiment.dataset().batchSize();
  }
}
