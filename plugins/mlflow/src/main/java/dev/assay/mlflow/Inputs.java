package dev.assay.mlflow;

import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Json;
import java.util.List;
import java.util.Map;

/** The document that tells the server of a dataset; MLflow's Java client knows no such call. */
final class Inputs {

  private static final int LONGEST_DIGEST = 36;
  private static final int LONGEST_NAME = 500;

  /** The body of {@code runs/log-inputs}. */
  private record Request(String runId, List<Input> datasets) {}

  private record Input(List<Tag> tags, Dataset dataset) {}

  private record Tag(String key, String value) {}

  /** A dataset; its schema and profile are JSON in a string. */
  private record Dataset(
      String name,
      String digest,
      String sourceType,
      String source,
      String schema,
      String profile) {}

  private record Column(String name, String type, boolean required) {}

  private Inputs() {}

  static String of(String run, Event.Dataset event) {
    Dataset dataset =
        new Dataset(
            Names.cut(event.name(), LONGEST_NAME),
            digest(event),
            "local",
            Json.line(Map.of("uri", event.source())),
            Json.line(Map.of("mlflow_colspec", columns(event.fields()))),
            Json.line(Map.of("num_rows", event.samples())));
    Tag context = new Tag("mlflow.data.context", event.split());
    return Json.line(new Request(run, List.of(new Input(List.of(context), dataset))));
  }

  /** The server takes two splits with one digest for the same data, and drops the second. */
  private static String digest(Event.Dataset event) {
    String split = event.split();
    String digest = event.digest();
    String head = digest.substring(0, Math.min(digest.length(), 16));
    return Names.shortened(head + "-" + split, LONGEST_DIGEST);
  }

  private static List<Column> columns(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> new Column(field.getKey() + " " + field.getValue(), type(field), true))
        .toList();
  }

  private static String type(Map.Entry<String, String> field) {
    return field.getValue().contains("symbols") ? "long" : "float";
  }
}
