package dev.assay.mlflow;

import dev.assay.engine.tracking.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run is labelled with: facts that can be searched, and those that the pages draw. */
final class Tags {

  /** Holds what no other run has, whatever server it is sent to. */
  static final String UID = "assay.uid";

  static final String NOTE = "mlflow.note.content";
  static final String PARENT = "mlflow.parentRunId";

  private static final String NAME = "mlflow.runName";
  private static final int LONGEST_VALUE = 8000;

  /** Where MLflow's pages look for facts that the engine calls something else. */
  private static final Map<String, String> DRAWN =
      Map.of(
          "assay.user", "mlflow.user",
          "assay.file", "mlflow.source.name",
          "assay.git.commit", "mlflow.source.git.commit",
          "assay.git.branch", "mlflow.source.git.branch",
          "assay.git.repository", "mlflow.source.git.repoURL");

  private Tags() {}

  /**
   * The tags that a run starts with.
   *
   * @param parent the server's id of its sweep, or null
   */
  static Map<String, String> of(Event.Begin begin, @Nullable String parent) {
    Map<String, String> tags = new LinkedHashMap<>();
    begin.tags().forEach((name, value) -> tags.putIfAbsent(DRAWN.getOrDefault(name, name), value));
    tags.put(UID, begin.uid());
    tags.put("mlflow.source.type", "LOCAL");
    tags.remove(NAME); // the server refuses one that differs from the run's name
    tags.remove(PARENT);
    if (begin.description() != null) {
      tags.put(NOTE, begin.description());
    }
    if (parent != null) {
      tags.put(PARENT, parent);
    }
    return clean(tags);
  }

  /** The same tags as the server takes them. */
  static Map<String, String> clean(Map<String, String> tags) {
    Map<String, String> clean = Names.keys(tags);
    clean.replaceAll((name, value) -> Names.cut(value, LONGEST_VALUE));
    return clean;
  }
}
