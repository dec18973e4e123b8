package dev.assay.mlflow;

import dev.assay.config.bind.Doc;
import dev.assay.engine.EnvironmentException;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Tracker;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An MLflow server that is told of runs. What says who the user is comes from the environment only:
 * {@code MLFLOW_TRACKING_USERNAME} and {@code MLFLOW_TRACKING_PASSWORD}, or {@code
 * MLFLOW_TRACKING_TOKEN}.
 */
@Doc("An MLflow server, which keeps runs and shows them in a browser.")
public record Mlflow(
    @Doc(
            "The server's address; if left out, what MLFLOW_TRACKING_URI says, or"
                + " http://127.0.0.1:5000.")
        @Nullable String server,
    @Doc(
            "What runs are filed under there; if left out, what MLFLOW_EXPERIMENT_NAME says, or the"
                + " experiment's own name.")
        @Size(min = 1, max = 250)
        @Nullable String experiment)
    implements Tracker {

  /** Where {@code mlflow server} listens if it is told nothing else. */
  private static final Address USUAL = Address.of("http://127.0.0.1:5000");

  /**
   * Finds the server in the environment where the file names none.
   *
   * @throws IllegalArgumentException with a sentence for the user if the address is none
   */
  public Mlflow {
    server =
        server == null
            ? Environment.ofProcess().server().orElse(USUAL).toString()
            : Address.of(server).withoutSecret().toString();
  }

  /** The tracker that {@code MLFLOW_TRACKING_URI} asks for, if it is set. */
  static Optional<Mlflow> ofEnvironment() {
    try {
      return Environment.ofProcess().server().map(address -> new Mlflow(null, null));
    } catch (IllegalArgumentException e) {
      throw new EnvironmentException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String server() {
    return Objects.requireNonNull(server);
  }

  @Override
  public void send(List<Event> events, Path run, Memory memory) throws IOException {
    Environment environment = Environment.ofProcess();
    try (Connection connection = Connection.open(Address.of(server()), environment)) {
      String wanted = Optional.ofNullable(experiment).or(environment::experiment).orElse(null);
      new Delivery(connection, run, memory, wanted).send(events);
    }
  }
}
