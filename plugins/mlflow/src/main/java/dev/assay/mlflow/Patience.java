package dev.assay.mlflow;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect until it is reached
 * @param answer until it says the next thing
 * @param upload until it has taken a file
 */
record Patience(Duration connect, Duration answer, Duration upload) {

  /** A server that is there answers within milliseconds; one with much to do within seconds. */
  static final Patience USUAL =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(30));
}
