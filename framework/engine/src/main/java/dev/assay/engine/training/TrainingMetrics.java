package dev.assay.engine.training;

import java.util.List;

/** The names under which a training logs what it measures of itself. */
public final class TrainingMetrics {

  /** The mean loss of an epoch's batches, each as it was before its own step. */
  public static final String LOSS = "train/loss";

  public static final String LEARNING_RATE = "train/learning_rate";
  public static final String ITEMS_PER_SECOND = "time/items_per_second";
  public static final String EPOCH_SECONDS = "time/epoch_seconds";

  /** All of them. */
  public static final List<String> ALL =
      List.of(LOSS, LEARNING_RATE, ITEMS_PER_SECOND, EPOCH_SECONDS);

  private TrainingMetrics() {}
}
