package dev.assay.mlflow;

import dev.assay.engine.tracking.Tracker;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the tracker remembers of a run between two calls. */
record Words(Map<String, String> map) {

  private static final String EXPERIMENT = "experiment_id";
  private static final String ARTIFACTS = "artifact_uri";
  private static final String NAME = "sweep_name";
  private static final String OBJECTIVE = "sweep_objective";
  private static final String GOAL = "sweep_goal";
  private static final String FILE = "file:";
  private static final String LOSS = "files_missing";

  boolean knowsRun() {
    return map.containsKey(Tracker.RUN_ID);
  }

  void run(String experiment, String run, String artifacts, String url) {
    map.put(EXPERIMENT, experiment);
    map.put(ARTIFACTS, artifacts);
    map.put(Tracker.RUN_URL, url);
    map.put(Tracker.RUN_ID, run);
  }

  String run() throws IOException {
    return word(Tracker.RUN_ID);
  }

  String experiment() throws IOException {
    return word(EXPERIMENT);
  }

  String artifacts() throws IOException {
    return word(ARTIFACTS);
  }

  private String word(String name) throws IOException {
    String word = map.get(name);
    if (word == null) {
      throw new IOException("the run's journal does not start with its begin");
    }
    return word;
  }

  /** Where a browser shows the run. */
  void url(String url) {
    map.put(Tracker.RUN_URL, url);
  }

  String url() throws IOException {
    return word(Tracker.RUN_URL);
  }

  /** The run is a sweep that looks for something. */
  void sweep(String name, String objective, String goal) {
    map.put(NAME, name);
    map.put(OBJECTIVE, objective);
    map.put(GOAL, goal);
  }

  /** What the sweep is called. */
  String name() throws IOException {
    return word(NAME);
  }

  /** What the sweep's trials are judged by; null for a run that is no sweep. */
  @Nullable String objective() {
    return map.get(OBJECTIVE);
  }

  boolean lessIsBetter() {
    return Objects.equals(map.get(GOAL), "minimize");
  }

  /** Whether nothing more has to be done about a file with this content. */
  boolean settled(String path, String sha256) {
    return sha256.equals(map.get(FILE + path));
  }

  void settle(String path, String sha256) {
    map.put(FILE + path, sha256);
  }

  /** Whether this is the first file of the run that is given up. */
  boolean firstLoss() {
    return map.putIfAbsent(LOSS, "true") == null;
  }
}
