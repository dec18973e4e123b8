package dev.assay.mlflow;

import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Event.Status;
import dev.assay.engine.tracking.Tracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;

/**
 * Turns the events of a run into requests, in their order. Each request may be repeated without
 * doing anything twice.
 */
final class Delivery {

  private final Connection connection;
  private final Path run;
  private final Tracker.Memory memory;
  private final Words words;
  private final @Nullable String experiment;

  /** Measurements that wait for more of their kind, to go in one request. */
  private final List<Event.Metrics> waiting = new ArrayList<>();

  /** Why a file could not be sent now. */
  private @Nullable Trouble postponed;

  /**
   * A delivery of one run's events.
   *
   * @param run the run's folder
   * @param experiment what it is filed under; null for the experiment's own name
   */
  Delivery(Connection connection, Path run, Tracker.Memory memory, @Nullable String experiment) {
    this.connection = connection;
    this.run = run;
    this.memory = memory;
    this.words = new Words(memory.words());
    this.experiment = experiment;
  }

  void send(List<Event> events) throws IOException {
    for (Event event : events) {
      if (event instanceof Event.Metrics metrics) {
        waiting.add(metrics);
      } else {
        flush();
        deliver(event);
      }
    }
    flush();
    if (postponed != null) {
      throw postponed;
    }
  }

  private void flush() throws IOException {
    if (!waiting.isEmpty()) {
      batches().metrics(waiting);
      if (waiting.stream().anyMatch(Delivery::infinite)) {
        batches().tags(Map.of("assay.diverged", "true"));
      }
      waiting.clear();
    }
  }

  private static boolean infinite(Event.Metrics metrics) {
    return metrics.values().values().stream().anyMatch(value -> value.isInfinite());
  }

  private Batches batches() throws IOException {
    return new Batches(connection, words.run());
  }

  private void deliver(Event event) throws IOException {
    if (event instanceof Event.Begin begin) {
      begin(begin);
    } else if (event instanceof Event.Params params) {
      batches().params(params.values());
      new SweepView(connection, words).show(params);
    } else if (event instanceof Event.Dataset dataset) {
      String body = Inputs.of(words.run(), dataset);
      connection.tell(client -> client.sendPost("runs/log-inputs", body));
    } else if (event instanceof Event.Artifact artifact) {
      artifact(artifact);
    } else if (event instanceof Event.End end) {
      end(end);
    }
  }

  /** A server that is there but does not take a file is told of the rest first. */
  private void artifact(Event.Artifact artifact) throws IOException {
    try {
      new Artifacts(connection, run, words).send(artifact);
    } catch (Trouble trouble) {
      if (trouble.status() == 0) {
        throw trouble;
      }
      postponed = trouble;
    }
  }

  private void begin(Event.Begin begin) throws IOException {
    if (words.knowsRun()) {
      return;
    }
    String name = experiment == null ? begin.experiment() : experiment;
    String id = new Experiments(connection).id(name);
    RunInfo info = new Runs(connection).open(id, begin, Tags.of(begin, parent(begin)));
    String url = new Links(connection.server()).run(id, info.getRunId());
    String objective = begin.tags().get("assay.sweep.objective");
    if (objective != null) {
      words.sweep(begin.run(), objective, begin.tags().getOrDefault("assay.sweep.goal", ""));
    }
    words.run(id, info.getRunId(), info.getArtifactUri(), url);
  }

  /** The server's id of the sweep that a run belongs to; its pages nest runs by it. */
  private @Nullable String parent(Event.Begin begin) throws IOException {
    if (begin.parent() == null) {
      return null;
    }
    return memory
        .parent()
        .map(known -> known.get(Tracker.RUN_ID))
        .orElseThrow(() -> new IOException("it does not know the run's sweep yet"));
  }

  private void end(Event.End end) throws IOException {
    Map<String, String> tags = new LinkedHashMap<>(end.tags());
    tags.put("assay.status", end.status().name().toLowerCase(Locale.ROOT));
    if (end.reason() != null) {
      tags.put("assay.reason", end.reason());
    }
    if (end.status() == Status.DIVERGED) {
      tags.put("assay.diverged", "true");
    }
    batches().tags(tags);
    String id = words.run();
    connection.tell(client -> client.setTerminated(id, status(end.status()), end.ms()));
  }

  private static RunStatus status(Status status) {
    return switch (status) {
      case FINISHED, STOPPED -> RunStatus.FINISHED;
      case DIVERGED, FAILED -> RunStatus.FAILED;
      case KILLED -> RunStatus.KILLED;
    };
  }
}
