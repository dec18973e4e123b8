package dev.assay.engine.run;

import dev.assay.engine.tracking.Drain;
import dev.assay.engine.tracking.Event.Status;
import dev.assay.engine.tracking.Tracker;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run; as JSON, the document that {@code run} answers.
 *
 * @param run its name
 * @param status in lower case
 * @param stoppedBy what ended it early, or null
 * @param parameters how many the network has
 * @param secondsToFirstStep from the start of the process to the end of the first step; null
 *     without one, or where the system does not say when the process started
 * @param itemsPerSecond the median training throughput of the epochs after the first, or null
 * @param modelSha256 the digest of the final parameters
 */
public record Outcome(
    String run,
    String directory,
    String status,
    @Nullable String stoppedBy,
    int epochs,
    long steps,
    long parameters,
    Map<String, Double> metrics,
    double seconds,
    @Nullable Double secondsToFirstStep,
    @Nullable Double itemsPerSecond,
    String modelSha256,
    @Nullable Tracking tracking) {

  /**
   * Where else the run is known.
   *
   * @param runId what the server calls it; null while it does not know the run
   * @param url where a browser shows the run, or null
   * @param pending how many events the server still has to be told
   */
  public record Tracking(String server, @Nullable String runId, @Nullable String url, int pending) {

    /** What has come of sending a run. */
    static Tracking of(Tracker tracker, Drain drain) {
      return new Tracking(
          tracker.server(),
          drain.word(Tracker.RUN_ID),
          drain.word(Tracker.RUN_URL),
          drain.pending());
    }
  }

  /** The same outcome, with what the server knows of it. */
  Outcome with(Tracking known) {
    return with(metrics, seconds, known);
  }

  /** The same outcome, measured again. */
  public Outcome measured(Map<String, Double> again, double took) {
    return with(again, took, tracking);
  }

  private Outcome with(Map<String, Double> measured, double took, @Nullable Tracking known) {
    return new Outcome(
        run,
        directory,
        status,
        stoppedBy,
        epochs,
        steps,
        parameters,
        measured,
        took,
        secondsToFirstStep,
        itemsPerSecond,
        modelSha256,
        known);
  }

  /** How the run ended. */
  public Status ended() {
    return Status.valueOf(status.toUpperCase(Locale.ROOT));
  }
}
