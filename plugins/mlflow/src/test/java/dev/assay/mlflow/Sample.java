package dev.assay.mlflow;

import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Tracker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of a run that nobody trained. */
final class Sample {

  static final long START = 1_795_280_000_000L;

  private Sample() {}

  /** What a tracker remembers, in memory. */
  record Memory(Map<String, String> words, Optional<Map<String, String>> parent)
      implements Tracker.Memory {

    static Memory fresh() {
      return new Memory(new LinkedHashMap<>(), Optional.empty());
    }

    static Memory under(Memory sweep) {
      return new Memory(new LinkedHashMap<>(), Optional.of(sweep.words()));
    }

    String word(String name) {
      return Objects.requireNonNull(words.get(name), name);
    }

    String run() {
      return word(Tracker.RUN_ID);
    }
  }

  static Event.Begin begin(String experiment) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("team", "vision");
    tags.put("assay.file", "experiments/x.yaml");
    tags.put("assay.user", "ann");
    tags.put("assay.git.commit", "0123456789abcdef");
    tags.put("assay.git.branch", "main");
    tags.put("assay.git.repository", "https://example.org/x.git");
    return begin(experiment, null, tags);
  }

  static Event.Begin begin(String experiment, @Nullable String parent, Map<String, String> tags) {
    String uid = UUID.randomUUID().toString();
    return new Event.Begin(START, uid, experiment, "run-1", "What it *is*", parent, tags);
  }

  static Event.Params params(String... pairs) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return new Event.Params(START + 1, values);
  }

  static Event.Metrics metrics(int epoch, String name, double value) {
    return new Event.Metrics(START + 1000L * epoch, epoch, Map.of(name, value));
  }

  static Event.Dataset dataset(String split, int samples) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("input", "[1, 28, 28]");
    fields.put("target", "[] of 10 symbols");
    String digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    return new Event.Dataset(START + 2, "mnist", split, samples, digest, "built in", fields);
  }

  /** Writes a file into the run's folder. */
  static Event.Artifact artifact(Path run, String path, byte[] content) throws IOException {
    Path file = run.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, content);
    return new Event.Artifact(START + 3, path, content.length, "sha-of-" + content.length);
  }

  static Event.End end(Event.Status status, @Nullable String reason) {
    return new Event.End(START + 60_000, status, reason, Map.of("model_sha256", "abc"));
  }

  /** A whole run of some epochs. */
  static List<Event> whole(String experiment, int epochs, Path run) throws IOException {
    List<Event> events = new ArrayList<>();
    events.add(begin(experiment));
    events.add(params("optimizer.learning_rate", "0.01", "dataset.batch_size", "64"));
    events.add(dataset("train", 60000));
    events.add(dataset("test", 10000));
    events.add(artifact(run, "resolved.yaml", "assay: 1\n".getBytes(StandardCharsets.UTF_8)));
    for (int epoch = 1; epoch <= epochs; epoch++) {
      events.add(metrics(epoch, "train/loss", 1.0 / epoch));
    }
    events.add(artifact(run, "plots/loss.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, -1}));
    events.add(end(Event.Status.FINISHED, null));
    return events;
  }
}
