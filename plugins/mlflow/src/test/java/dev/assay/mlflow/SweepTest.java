package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Json;
import dev.assay.engine.tracking.Tracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep and its trials. */
class SweepTest {

  private static final Map<String, String> LOOKS_FOR =
      Map.of(
          "assay.sweep", "4",
          "assay.sweep.objective", "test/precision@5",
          "assay.sweep.goal", "minimize");

  private static MlflowServer server;
  private static Rest rest;

  private final Sample.Memory sweep = Sample.Memory.fresh();
  @TempDir Path run;

  @BeforeAll
  static void start() throws IOException {
    server = MlflowServer.shared();
    rest = new Rest(server.address());
  }

  private void send(Sample.Memory to, Event... events) throws IOException {
    new Mlflow(server.address(), null).send(List.of(events), run, to);
  }

  @Test
  void trialsStandUnderTheirSweep() throws IOException {
    send(sweep, Sample.begin("nested", null, LOOKS_FOR));
    Sample.Memory trial = Sample.Memory.under(sweep);
    send(trial, Sample.begin("nested", "../sweep", Map.of()));
    String experiment = sweep.word("experiment_id");
    assertThat(rest.runs(experiment, "tags.`mlflow.parentRunId` = '%s'".formatted(sweep.run())))
        .extracting(found -> found.path("info").path("run_id").asText())
        .containsExactly(trial.run());
    assertThat(rest.tags(sweep.run())).containsEntry("assay.sweep", "4");
  }

  @Test
  void aTrialWaitsForItsSweep() {
    Sample.Memory trial = Sample.Memory.under(sweep);
    assertThatThrownBy(() -> send(trial, Sample.begin("waits", "../sweep", Map.of())))
        .isInstanceOf(IOException.class)
        .hasMessage("it does not know the run's sweep yet");
    assertThat(trial.words()).isEmpty();
  }

  @Test
  void aSweepHasAPageThatShowsWhatItVariesAndLooksFor() throws IOException {
    Event begin = Sample.begin("page", null, LOOKS_FOR);
    Event params =
        Sample.params(
            "sweep.optimizer.learning_rate", "[0.1, 0.01]",
            "sweep.architecture.layers[0].units", "[4, 16]",
            "sweep.optimizer", "[{type: sgd, learning_rate: 0.1}]");
    send(sweep, begin, params);
    send(sweep, begin, params);
    String id = "assay-" + sweep.run();
    assertThat(sweep.word(Tracker.RUN_URL))
        .isEqualTo(
            "%s/#/experiments/%s/runs?viewStateShareKey=%s&compareRunsMode=CHART&%s"
                .formatted(
                    server.address(),
                    sweep.word("experiment_id"),
                    id,
                    "workflowType=machine_learning"));
    JsonNode state = state(id);
    assertThat(state.path("orderByKey").asText()).isEqualTo("metrics.`test/precision_at_5`");
    assertThat(state.path("orderByAsc").asBoolean()).isTrue();
    assertThat(state.path("compareRunCharts").get(0).path("selectedParams"))
        .extracting(JsonNode::asText)
        .containsExactly("optimizer.learning_rate", "architecture.layers.0.units");
    assertThat(rest.tags(sweep.run()).get("mlflow.note.content"))
        .isEqualTo(
            "[Compare the trials](%s)\n\nWhat it *is*".formatted(sweep.word(Tracker.RUN_URL)));
  }

  private JsonNode state(String id) throws IOException {
    for (JsonNode tag : rest.experiment("page").path("tags")) {
      if (tag.path("key").asText().equals("mlflow.sharedViewState." + id)) {
        JsonNode stored = Json.MAPPER.readTree(tag.path("value").asText());
        assertThat(stored.path("name").asText()).isEqualTo("Sweep run-1");
        return Json.MAPPER.readTree(stored.path("state").asText());
      }
    }
    throw new AssertionError("no view is stored");
  }

  @Test
  void aServerThatRefusesThePageStillHasTheSweep() throws IOException {
    try (FaultServer other = new FaultServer()) {
      other.with(
          1,
          "set-experiment-tag",
          FaultServer.status(400, "application/json", "{\"message\":\"too long\"}"));
      new Mlflow(other.address(), null)
          .send(
              List.of(
                  Sample.begin("refused", null, LOOKS_FOR),
                  Sample.params("sweep.a", "[1]"),
                  Sample.end(Event.Status.FINISHED, null)),
              run,
              sweep);
      assertThat(other.count("set-experiment-tag")).isEqualTo(1);
      assertThat(other.count("runs/update")).isEqualTo(1);
      assertThat(sweep.word(Tracker.RUN_URL)).contains("/runs/r1?");
    }
  }
}
