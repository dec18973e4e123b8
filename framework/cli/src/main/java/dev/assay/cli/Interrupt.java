package dev.assay.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets a run end cleanly on Ctrl-C: the JVM waits in its shutdown hook until the run has seen that
 * it has to stop, and has written its end.
 */
final class Interrupt implements BooleanSupplier, AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interrupt");
  private volatile boolean stopped;

  Interrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop() {
    stopped = true;
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("assay: the run did not end within a while, and is left as it is");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the run has to stop. */
  @Override
  public boolean getAsBoolean() {
    return stopped;
  }

  /** The run has ended, one way or the other. */
  @Override
  public void close() {
    ended.countDown();
    if (!stopped) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
