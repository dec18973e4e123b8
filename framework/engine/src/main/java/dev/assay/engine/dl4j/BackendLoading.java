package dev.assay.engine.dl4j;

import dev.assay.engine.kernel.onednn.OneDnn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native libraries on their way into the process: it takes them as long as data takes to be read.
 */
public record BackendLoading(CompletableFuture<Void> libraries) {

  /** Begins to load them, beside whatever the caller does next. */
  public static BackendLoading begin() {
    return new BackendLoading(CompletableFuture.runAsync(BackendLoading::load));
  }

  private static void load() {
    Nd4j.scalar(1f).close(); // its class loads the backend when it is first used
    OneDnn.obstacle();
  }

  /** Waits until they are there; what went wrong with them is thrown here. */
  public void await() {
    try {
      libraries.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
