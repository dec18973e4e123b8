package dev.assay.engine.training;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names under which a training logs what it measures of itself. */
public final class TrainingMetrics {

  /** The mean loss of an epoch's batches, each as it was before its own step. */
  public static final String LOSS = of("loss");

  /** The number that the optimizer's schedule said last in an epoch. */
  public static final String LEARNING_RATE = of("learning_rate");

  public static final String ITEMS_PER_SECOND = "time/items_per_second";
  public static final String EPOCH_SECONDS = "time/epoch_seconds";

  private TrainingMetrics() {}

  /** The name of something in a training. */
  public static String of(String what) {
    return "train/" + what;
  }

  /**
   * All of them.
   *
   * @param scheduled the names of the numbers that change
   */
  public static List<String> all(Collection<String> scheduled) {
    Set<String> all = new LinkedHashSet<>(List.of(LOSS, LEARNING_RATE));
    all.addAll(scheduled);
    all.addAll(List.of(ITEMS_PER_SECOND, EPOCH_SECONDS));
    return List.copyOf(all);
  }
}
