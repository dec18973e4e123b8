package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.Cli.Result;
import dev.assay.engine.tracking.Json;
import dev.assay.mlflow.MlflowServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the command line to a real MLflow server. */
class TrackingTest {

  private static final String ADDRESS = "MLFLOW_TRACKING_URI";
  private static final String RUN = "experiments/sorting/binary.yaml";
  private static final String SWEEP = "experiments/sweeps/learning-rate.yaml";

  @TempDir Path results;

  private Result run(String address, String verb, String file, String... more) {
    String[] arguments = new String[more.length + 6];
    System.arraycopy(
        new String[] {verb, file, "--format", "json", "--results", results.toString()},
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Cli.inProject().with(ADDRESS, address).run(arguments);
  }

  private static JsonNode ask(MlflowServer server, String path) throws IOException {
    URI address = URI.create(server.address() + "/api/2.0/mlflow/" + path);
    try (InputStream answer = address.toURL().openStream()) {
      return Json.MAPPER.readTree(answer);
    }
  }

  private static JsonNode known(MlflowServer server, String id) throws IOException {
    return ask(server, "runs/get?run_id=" + id).path("run");
  }

  @Test
  void aRunIsKnownToTheServerThatTheEnvironmentNames() throws IOException {
    MlflowServer server = MlflowServer.shared();
    Result result = run(server.address(), "run", RUN);
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode tracking = result.json().path("tracking");
    assertThat(tracking.path("server").asText()).isEqualTo(server.address());
    assertThat(tracking.path("pending").asInt()).isZero();
    String id = tracking.path("run_id").asText();
    JsonNode run = known(server, id);
    assertThat(run.path("info").path("status").asText()).isEqualTo("FINISHED");
    assertThat(run.path("inputs").path("dataset_inputs")).hasSize(2);
    assertThat(ask(server, "artifacts/list?run_id=" + id).path("files"))
        .extracting(file -> file.path("path").asText())
        .contains("resolved.yaml", "plots", "checkpoints", "provenance.json");
    assertThat(
            ask(server, "metrics/get-history?metric_key=train/loss&run_id=" + id).path("metrics"))
        .hasSize(result.json().path("epochs").asInt());
  }

  @Test
  void aServerThatIsNotThereCostsOneWarning() {
    Result result = run("http://127.0.0.1:1", "run", RUN);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .containsOnlyOnce(
            "warning: http://127.0.0.1:1: nobody listens there (connection refused); the run goes"
                + " on, and its journal keeps what the server missed");
    assertThat(result.json().path("tracking").path("pending").asInt()).isPositive();
  }

  @Test
  void anAddressThatIsNoneIsSaidInOneLine() {
    Result result = run("databricks", "run", RUN);
    assertThat(result.exitCode()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(result.err())
        .isEqualTo(
            "assay: MLFLOW_TRACKING_URI: `databricks` is no address of an MLflow server; one starts"
                + " with http:// or https://\n");
  }

  @Test
  void theTrialsOfASweepStandUnderIt() throws IOException {
    MlflowServer server = MlflowServer.shared();
    Result result =
        run(
            server.address(),
            "sweep",
            SWEEP,
            "--set",
            "dataset.train=1000",
            "--set",
            "dataset.test=500",
            "--set",
            "training.epochs=1",
            "--workers",
            "2");
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode tracking = result.json().path("tracking");
    assertThat(tracking.path("url").asText()).contains("viewStateShareKey=");
    JsonNode trial = trial(result);
    assertThat(Json.line(known(server, trial.path("words").path("run_id").asText())))
        .contains(
            "{\"key\":\"mlflow.parentRunId\",\"value\":\"%s\"}"
                .formatted(tracking.path("run_id").asText()))
        .contains("{\"key\":\"optimizer.learning_rate\",\"value\":\"1e-4\"}");
    assertThat(Json.line(known(server, tracking.path("run_id").asText())))
        .contains("\"key\":\"assay.best.trial\"", "\"key\":\"sweep.optimizer.learning_rate\"");
  }

  /** What the first trial remembers of the server. */
  private static JsonNode trial(Result result) throws IOException {
    Path sweep = Path.of(result.json().path("directory").asText());
    Path trial = sweep.resolveSibling(sweep.getFileName() + "-trial-1");
    return Json.MAPPER.readTree(trial.resolve("tracking.json").toFile());
  }
}
