package dev.assay.engine.training;

import java.util.Map;

/** Somebody who watches a training. */
public interface Watcher {

  /** An epoch begins, counted from 1. */
  default void epochStarted(int epoch, long steps) {}

  /** A step of an epoch is made. */
  default void stepped(int epoch, long step, int items, double loss) {}

  /** An epoch is over. */
  default void epochEnded(int epoch, Map<String, Double> metrics) {}
}
