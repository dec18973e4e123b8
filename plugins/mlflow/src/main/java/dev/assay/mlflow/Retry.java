package dev.assay.mlflow;

import dev.assay.mlflow.Trouble.Remedy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks again where a moment may help, so that a hiccup of the server costs no warning. Who is gone
 * for longer is left to the drain, which comes back later.
 */
final class Retry {

  private static final int ATTEMPTS = 3;
  private static final long FIRST_PAUSE_MS = 200;

  private Retry() {}

  /** Asks once. What it asks must be the same when it is asked twice. */
  interface Attempt<T> {
    T make() throws IOException;
  }

  static <T> T of(Attempt<T> attempt) throws IOException {
    long pause = FIRST_PAUSE_MS;
    for (int left = ATTEMPTS - 1; ; left--) {
      try {
        return attempt.make();
      } catch (Trouble trouble) {
        if (left == 0 || trouble.remedy() != Remedy.MOMENT) {
          throw trouble;
        }
      }
      sleep(pause + ThreadLocalRandom.current().nextLong(pause));
      pause *= 4;
    }
  }

  private static void sleep(long ms) throws InterruptedIOException {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the server was busy");
    }
  }
}
