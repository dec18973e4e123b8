package dev.assay.engine.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What was measured after each epoch of a training so far, by name.
 *
 * <p>It remembers what was made of the epochs, so that a schedule need neither go through all of
 * them at each step nor remember anything itself: whoever tells the epochs again, as where a
 * training is resumed, has the same made of them again.
 */
public final class History {

  private final List<Map<String, Double>> epochs = new ArrayList<>();
  private final Map<Object, Made> made = new HashMap<>();

  /** What somebody has made of so many epochs. */
  private record Made(int epochs, Object result) {}

  /** An epoch is over. */
  public synchronized void add(Map<String, Double> measured) {
    epochs.add(measured);
  }

  /**
   * Goes through all epochs, one after the other.
   *
   * @param by who does; the same one, by equality, always does the same
   * @param start the result of no epoch
   * @param next the result of one epoch more
   */
  public synchronized <R> R fold(Object by, R start, BiFunction<R, Map<String, Double>, R> next) {
    Made known = made.getOrDefault(by, new Made(0, start));
    @SuppressWarnings("unchecked") // made here, for the same one
    R result = (R) known.result();
    for (Map<String, Double> epoch : epochs.subList(known.epochs(), epochs.size())) {
      result = next.apply(result, epoch);
    }
    if (known.epochs() < epochs.size()) {
      made.put(by, new Made(epochs.size(), result));
    }
    return result;
  }
}
