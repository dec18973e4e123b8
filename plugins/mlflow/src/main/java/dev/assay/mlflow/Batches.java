package dev.assay.mlflow;

import dev.assay.engine.tracking.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.RunTag;

/**
 * Parameters, tags and metrics of a run, as many in a request as the server takes. What it knows
 * already it does not store again.
 */
record Batches(Connection connection, String run) {

  private static final int MOST_METRICS = 1000;
  private static final int MOST_OTHERS = 100;

  /** The pages show a value whole; the file `resolved.yaml` has all of it. */
  private static final int LONGEST_PARAM = 500;

  /** Sends something that fits into one request. */
  private interface Sender<T> {
    void send(List<T> some) throws IOException;
  }

  void params(Map<String, String> values) throws IOException {
    List<Param> params = new ArrayList<>();
    Names.keys(values)
        .forEach(
            (key, value) -> {
              String shown = Names.cut(value, LONGEST_PARAM);
              params.add(Param.newBuilder().setKey(key).setValue(shown).build());
            });
    each(
        params,
        MOST_OTHERS,
        some -> connection.tell(client -> client.logBatch(run, List.of(), some, List.of())));
  }

  void tags(Map<String, String> values) throws IOException {
    List<RunTag> tags = new ArrayList<>();
    Tags.clean(values)
        .forEach((key, value) -> tags.add(RunTag.newBuilder().setKey(key).setValue(value).build()));
    each(
        tags,
        MOST_OTHERS,
        some -> connection.tell(client -> client.logBatch(run, List.of(), List.of(), some)));
  }

  void metrics(List<Event.Metrics> events) throws IOException {
    List<Metric> metrics = new ArrayList<>();
    for (Event.Metrics event : events) {
      event.values().forEach((name, value) -> metrics.add(metric(event, name, value)));
    }
    each(
        metrics,
        MOST_METRICS,
        some -> connection.tell(client -> client.logBatch(run, some, List.of(), List.of())));
  }

  /** The server would turn infinity into the largest number, and the pages would draw it. */
  private static Metric metric(Event.Metrics event, String name, double value) {
    return Metric.newBuilder()
        .setKey(Names.key(name))
        .setValue(Double.isFinite(value) ? value : Double.NaN)
        .setTimestamp(event.ms())
        .setStep(event.step())
        .build();
  }

  private static <T> void each(List<T> all, int most, Sender<T> sender) throws IOException {
    for (int from = 0; from < all.size(); from += most) {
      sender.send(all.subList(from, Math.min(all.size(), from + most)));
    }
  }
}
