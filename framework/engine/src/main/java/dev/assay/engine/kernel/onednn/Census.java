package dev.assay.engine.kernel.onednn;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Which implementations have been bound in this process, and how often: one that starts with {@code
 * ref} is oneDNN's slow way out, up to 35 times slower than the others.
 */
public final class Census {

  private static final Map<String, LongAdder> BOUND = new ConcurrentHashMap<>();

  private Census() {}

  static void count(String implementation) {
    BOUND.computeIfAbsent(implementation, name -> new LongAdder()).increment();
  }

  /** How many primitives of each implementation were bound. */
  public static Map<String, Long> bound() {
    Map<String, Long> counts = new ConcurrentHashMap<>();
    BOUND.forEach((name, count) -> counts.put(name, count.sum()));
    return counts;
  }
}
