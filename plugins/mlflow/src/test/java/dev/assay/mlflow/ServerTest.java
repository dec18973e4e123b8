package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Json;
import dev.assay.engine.tracking.Tracker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real server is told of runs, and asked what it knows. */
class ServerTest {

  private static MlflowServer server;
  private static Rest rest;

  private final Sample.Memory memory = Sample.Memory.fresh();
  @TempDir Path run;

  @BeforeAll
  static void start() throws IOException {
    server = MlflowServer.shared();
    rest = new Rest(server.address());
  }

  private void send(Sample.Memory to, List<Event> events) throws IOException {
    new Mlflow(server.address(), null).send(events, run, to);
  }

  private void send(Event... events) throws IOException {
    send(memory, List.of(events));
  }

  @Test
  void aRunIsKnownWithAllThatItHas() throws IOException {
    send(memory, Sample.whole("whole", 3, run));
    JsonNode info = rest.run(memory.run()).path("info");
    assertThat(info.path("run_name").asText()).isEqualTo("run-1");
    assertThat(info.path("start_time").asLong()).isEqualTo(Sample.START);
    assertThat(info.path("end_time").asLong()).isEqualTo(Sample.START + 60_000);
    assertThat(info.path("status").asText()).isEqualTo("FINISHED");
    assertThat(rest.params(memory.run()))
        .containsOnly(
            Map.entry("optimizer.learning_rate", "0.01"), Map.entry("dataset.batch_size", "64"));
    assertThat(rest.history(memory.run(), "train/loss"))
        .containsExactly("1:1.0", "2:0.5", "3:0.3333333333333333");
    assertThat(rest.file(memory.run(), "resolved.yaml")).asString().isEqualTo("assay: 1\n");
    assertThat(rest.file(memory.run(), "plots/loss.png"))
        .containsExactly(0x89, 'P', 'N', 'G', 0, 0xff);
  }

  @Test
  void tagsStandWhereThePagesLookForThem() throws IOException {
    send(memory, Sample.whole("tags", 1, run));
    assertThat(rest.tags(memory.run()))
        .containsEntry("team", "vision")
        .containsEntry("mlflow.user", "ann")
        .containsEntry("mlflow.source.name", "experiments/x.yaml")
        .containsEntry("mlflow.source.type", "LOCAL")
        .containsEntry("mlflow.source.git.commit", "0123456789abcdef")
        .containsEntry("mlflow.source.git.branch", "main")
        .containsEntry("mlflow.source.git.repoURL", "https://example.org/x.git")
        .containsEntry("mlflow.note.content", "What it *is*")
        .containsEntry("mlflow.runName", "run-1")
        .containsEntry("model_sha256", "abc")
        .containsEntry("assay.status", "finished")
        .containsKey("assay.uid");
    assertThat(Json.line(rest.experiment("tags")))
        .contains("mlflow.experimentKind", "custom_model_development");
  }

  @Test
  void theLinkOpensThePageOfTheRun() throws IOException {
    send(Sample.begin("link"));
    assertThat(memory.word(Tracker.RUN_URL))
        .isEqualTo(
            "%s/#/experiments/%s/runs/%s?workflowType=machine_learning"
                .formatted(
                    server.address(),
                    rest.experiment("link").path("experiment_id").asText(),
                    memory.run()));
  }

  @Test
  void eachSplitOfADatasetIsAnInput() throws IOException {
    send(Sample.begin("data"), Sample.dataset("train", 60000), Sample.dataset("test", 10000));
    JsonNode inputs = rest.run(memory.run()).path("inputs").path("dataset_inputs");
    assertThat(inputs).hasSize(2);
    List<String> contexts = new ArrayList<>();
    inputs.forEach(input -> contexts.add(input.path("tags").get(0).path("value").asText()));
    assertThat(contexts).containsExactlyInAnyOrder("train", "test");
    JsonNode dataset = inputs.get(0).path("dataset");
    assertThat(dataset.path("name").asText()).isEqualTo("mnist");
    assertThat(dataset.path("digest").asText()).startsWith("9f86d081884c7d65-");
    assertThat(dataset.path("source").asText()).isEqualTo("{\"uri\":\"built in\"}");
    assertThat(Json.MAPPER.readTree(dataset.path("schema").asText()).path("mlflow_colspec"))
        .extracting(column -> column.path("name").asText() + ": " + column.path("type").asText())
        .containsExactly("input [1, 28, 28]: float", "target [] of 10 symbols: long");
  }

  @ParameterizedTest
  @CsvSource({
    "FINISHED, FINISHED",
    "STOPPED, FINISHED",
    "DIVERGED, FAILED",
    "FAILED, FAILED",
    "KILLED, KILLED"
  })
  void aRunEndsAsItEnded(Event.Status status, String known) throws IOException {
    send(Sample.begin("ends"), Sample.end(status, "because"));
    assertThat(rest.status(memory.run())).isEqualTo(known);
    assertThat(rest.tags(memory.run()))
        .containsEntry("assay.status", status.name().toLowerCase(Locale.ROOT))
        .containsEntry("assay.reason", "because");
  }

  @Test
  void whatIsSentTwiceIsThereOnce() throws IOException {
    List<Event> events = Sample.whole("twice", 50, run);
    send(memory, events);
    send(memory, events);
    Sample.Memory forgotten = Sample.Memory.fresh(); // killed before it could be stored
    send(forgotten, events);
    assertThat(forgotten.run()).isEqualTo(memory.run());
    String experiment = memory.word("experiment_id");
    assertThat(rest.runs(experiment, "")).hasSize(1);
    assertThat(rest.history(memory.run(), "train/loss")).hasSize(50);
    assertThat(rest.run(memory.run()).path("inputs").path("dataset_inputs")).hasSize(2);
    assertThat(rest.status(memory.run())).isEqualTo("FINISHED");
  }

  @Test
  void runsThatStartTogetherShareTheirExperiment() throws Exception {
    List<Sample.Memory> memories =
        IntStream.range(0, 6).mapToObj(i -> Sample.Memory.fresh()).toList();
    List<Thread> threads = new ArrayList<>();
    for (Sample.Memory one : memories) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  send(one, List.of(Sample.begin("together")));
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(memories).extracting(one -> one.word("experiment_id")).doesNotContainNull();
    assertThat(memories.stream().map(one -> one.word("experiment_id")).distinct()).hasSize(1);
    assertThat(memories.stream().map(Sample.Memory::run).distinct()).hasSize(6);
  }

  @Test
  void manyValuesGoInSeveralRequests() throws IOException {
    Map<String, String> params = new LinkedHashMap<>();
    IntStream.range(0, 230).forEach(i -> params.put("p." + i, "" + i));
    Map<String, Double> metrics = new LinkedHashMap<>();
    IntStream.range(0, 300).forEach(i -> metrics.put("m/" + i, (double) i));
    List<Event> events = new ArrayList<>(List.of(Sample.begin("many")));
    events.add(new Event.Params(Sample.START, params));
    IntStream.range(1, 8)
        .forEach(epoch -> events.add(new Event.Metrics(Sample.START, epoch, metrics)));
    send(memory, events);
    assertThat(rest.params(memory.run())).hasSize(230);
    assertThat(rest.history(memory.run(), "m/299")).hasSize(7);
  }

  @Test
  void namesAndTextsThatTheServerWouldRefuseAreMadeFit() throws IOException {
    Map<String, String> tags =
        Map.of("a=b", "", "mlflow.runName", "another", "mlflow.parentRunId", "x", "mine", "y");
    send(
        Sample.begin("Fälle: 100 %", null, tags),
        Sample.params("a[0].b", "", "k(1)", "2", "k[1]", "3", "long", "x".repeat(9000)),
        Sample.metrics(1, "test/precision@5", 0.5),
        Sample.artifact(run, "plots/a b#1 %ü.txt", "text".getBytes(StandardCharsets.UTF_8)));
    assertThat(rest.params(memory.run()))
        .containsEntry("a.0.b", "")
        .containsEntry("k_1_", "2")
        .containsEntry("k.1", "3")
        .hasEntrySatisfying("long", v -> assertThat(v).hasSize(500).endsWith("(9,000 characters)"));
    assertThat(rest.tags(memory.run())).containsEntry("mine", "y").containsEntry("a_b", "");
    assertThat(rest.history(memory.run(), "test/precision_at_5")).containsExactly("1:0.5");
    assertThat(rest.file(memory.run(), "plots/a%20b_1%20%25%C3%BC.txt"))
        .asString()
        .isEqualTo("text");
  }

  @Test
  void numbersThatAreNoneAreKnownAsSuch() throws IOException {
    send(
        Sample.begin("no numbers"),
        Sample.metrics(1, "train/loss", Double.NaN),
        Sample.metrics(2, "train/loss", Double.POSITIVE_INFINITY));
    assertThat(rest.history(memory.run(), "train/loss")).containsExactly("1:NaN", "2:NaN");
    assertThat(rest.tags(memory.run())).containsEntry("assay.diverged", "true");
  }

  @Test
  void anExperimentThatWasDeletedIsNamed() throws IOException {
    send(Sample.begin("deleted"));
    String id = memory.word("experiment_id");
    rest.post("experiments/delete", "{\"experiment_id\":\"%s\"}".formatted(id));
    assertThatThrownBy(() -> send(Sample.Memory.fresh(), List.of(Sample.begin("deleted"))))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "its experiment `deleted` was deleted; restore it there, or choose another by"
                + " `tracking: {experiment: ...}` or MLFLOW_EXPERIMENT_NAME");
  }

  @Test
  void aRunThatWasDeletedIsNamed() throws IOException {
    send(Sample.begin("deleted run"));
    rest.post("runs/delete", "{\"run_id\":\"%s\"}".formatted(memory.run()));
    assertThatThrownBy(() -> send(Sample.metrics(1, "train/loss", 1)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it refuses runs/log-batch (400: ")
        .hasMessageContaining("'active' state");
  }

  @Test
  void theFileMayNameTheExperiment() throws IOException {
    new Mlflow(server.address(), "chosen").send(List.of(Sample.begin("own")), run, memory);
    assertThat(memory.words())
        .containsEntry("experiment_id", rest.experiment("chosen").path("experiment_id").asText());
  }

  @Test
  void theServerItselfPutsFilesIntoAStoreOfItsOwn() throws IOException {
    send(Sample.begin("upload"));
    Sample.artifact(run, "plots/x y.txt", "text".getBytes(StandardCharsets.UTF_8));
    try (Connection connection =
        Connection.open(Address.of(server.address()), new Environment(Map.of()))) {
      new ServerStore(connection, memory.run()).put("plots/x y.txt", run.resolve("plots/x y.txt"));
    }
    assertThat(rest.file(memory.run(), "plots/x%20y.txt")).asString().isEqualTo("text");
  }

  @Test
  void aServerWithoutFilesOfItsOwnSharesAFolder() throws IOException {
    try (MlflowServer other = MlflowServer.startWithFolder()) {
      new Mlflow(other.address(), null).send(Sample.whole("folder", 1, run), run, memory);
      Rest there = new Rest(other.address());
      assertThat(memory.word("artifact_uri")).startsWith("file:");
      assertThat(there.file(memory.run(), "resolved.yaml")).asString().isEqualTo("assay: 1\n");
    }
  }
}
