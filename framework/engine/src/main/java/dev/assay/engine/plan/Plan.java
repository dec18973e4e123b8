package dev.assay.engine.plan;

import dev.assay.config.tree.Node;
import dev.assay.engine.Device;
import dev.assay.engine.Experiment;
import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.dataset.BatchSize;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.review.Outline;
import dev.assay.engine.schedule.Schedule;
import java.util.List;
import java.util.Map;

/**
 * What an experiment amounts to, known before anything runs.
 *
 * @param resolved the experiment as a tree, with every default written out
 * @param data what the samples look like
 * @param transfers what the network takes from other runs
 * @param metrics the names of all that will be measured
 */
public record Plan(
    Experiment experiment,
    Node.Mapping resolved,
    DataSpec data,
    Network network,
    List<Transferred> transfers,
    List<String> metrics) {

  /** Large enough to be fast, whatever the training's own batch size is. */
  private static final int EVALUATION_BATCH = 256;

  /** What larger batches are not worth, in bytes. */
  private static final long EVALUATION_MEMORY = 64L << 20;

  /** How many batches the training samples make. */
  long batchesPerPass() {
    return batches().batches(samples());
  }

  /** How long the training is; no epochs without one. */
  public Outline length() {
    long pass = batchesPerPass();
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

  /** Whether the network is computed by what is compiled from it, where that can be had. */
  public boolean compiles() {
    return precision() == Precision.FLOAT
        && network.parameters() > 0
        && experiment.device() != Device.GPU;
  }

  /** Among how many threads a training batch is divided; DL4J divides none. */
  public int shards() {
    return compiles() ? Math.min(threads(), batchSize()) : 1;
  }

  public int batchSize() {
    return batches().of(data.samples().getOrDefault(DataSpec.TRAIN, 1));
  }

  /**
   * How many samples are measured at once: as many as are trained on, or more if they are small.
   */
  public int evaluationBatch() {
    long sample = Buffers.of(network, data).using() * precision().bytes();
    return (int) Math.max(batchSize(), Math.min(EVALUATION_BATCH, EVALUATION_MEMORY / sample));
  }

  /** What the network takes of the machine's memory. */
  public MemoryEstimate memory() {
    return MemoryEstimate.of(this);
  }

  public long stepsPerEpoch() {
    return length().stepsPerEpoch();
  }

  public long steps() {
    return length().steps();
  }

  /** How many items a throughput counts in an epoch. */
  public long itemsPerEpoch() {
    boolean pass = stepsPerEpoch() == batchesPerPass();
    return itemsPerSample() * (pass ? samples() : stepsPerEpoch() * batchSize());
  }

  private int samples() {
    return data.samples().getOrDefault(DataSpec.TRAIN, 0);
  }

  /** How many of the last steps of a sequence the network looks back on; more than any if all. */
  public int context() {
    boolean endless =
        network.layers().stream()
            .map(layer -> layer.layer().reach())
            .allMatch(reach -> reach == Reach.STEP || reach == Reach.STATE);
    return endless ? Integer.MAX_VALUE : data.inputs().get(0).shape().dim(0);
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

  /** The numbers that change while it is trained, by the names under which they are logged. */
  public Map<String, Schedule> scheduled() {
    return Scheduled.logged(experiment.optimizer(), network.layers());
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
