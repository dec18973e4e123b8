package dev.assay.mlflow;

import java.io.IOException;
import java.util.Optional;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.ExperimentTag;

/** What runs are filed under. */
record Experiments(Connection connection) {

  /** Tells the pages of the server that networks are trained here. */
  private static final ExperimentTag KIND =
      ExperimentTag.newBuilder()
          .setKey("mlflow.experimentKind")
          .setValue("custom_model_development")
          .build();

  /** The server's id of an experiment; makes it if it is not there. */
  String id(String name) throws IOException {
    Optional<Experiment> known = find(name);
    return known.isPresent() ? active(known.get()) : create(name);
  }

  private Optional<Experiment> find(String name) throws IOException {
    try {
      return connection.ask(client -> client.getExperimentByName(name));
    } catch (Trouble trouble) {
      if (trouble.code().equals("RESOURCE_DOES_NOT_EXIST")) {
        return Optional.empty();
      }
      throw trouble;
    }
  }

  /** A deleted experiment keeps its name, and takes no runs. */
  private static String active(Experiment experiment) throws IOException {
    if (experiment.getLifecycleStage().equals("deleted")) {
      throw new IOException(
          "its experiment `%s` was deleted; restore it there, or choose another by `tracking:"
                  .formatted(experiment.getName())
              + " {experiment: ...}` or MLFLOW_EXPERIMENT_NAME");
    }
    return experiment.getExperimentId();
  }

  private String create(String name) throws IOException {
    CreateExperiment request = CreateExperiment.newBuilder().setName(name).addTags(KIND).build();
    try {
      return connection.askOnce(client -> client.createExperiment(request));
    } catch (Trouble trouble) {
      Optional<Experiment> others = raced(trouble) ? find(name) : Optional.empty();
      if (others.isPresent()) {
        return active(others.get());
      }
      throw trouble;
    }
  }

  /** Whether another run was faster. */
  private static boolean raced(Trouble trouble) {
    return trouble.code().equals("RESOURCE_ALREADY_EXISTS");
  }
}
