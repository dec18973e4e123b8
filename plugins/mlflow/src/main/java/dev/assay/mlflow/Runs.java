package dev.assay.mlflow;

import dev.assay.engine.tracking.Event;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;

/** Runs as the server keeps them. */
record Runs(Connection connection) {

  /**
   * The server's record of a run; makes it if it is not there. A run that was made by a process
   * that did not live to remember it is found by its uid.
   */
  RunInfo open(String experiment, Event.Begin begin, Map<String, String> tags) throws IOException {
    Optional<RunInfo> known = find(experiment, begin.uid());
    return known.isPresent() ? known.get() : create(experiment, begin, tags);
  }

  private Optional<RunInfo> find(String experiment, String uid) throws IOException {
    String filter = "tags.`%s` = '%s'".formatted(Tags.UID, uid);
    List<Run> found =
        connection.ask(
            client ->
                client.searchRuns(List.of(experiment), filter, ViewType.ACTIVE_ONLY, 1).getItems());
    return found.stream().findFirst().map(Run::getInfo);
  }

  private RunInfo create(String experiment, Event.Begin begin, Map<String, String> tags)
      throws IOException {
    CreateRun.Builder request =
        CreateRun.newBuilder()
            .setExperimentId(experiment)
            .setRunName(begin.run())
            .setStartTime(begin.ms());
    tags.forEach((k, v) -> request.addTags(RunTag.newBuilder().setKey(k).setValue(v)));
    return connection.askOnce(client -> client.createRun(request.build()));
  }
}
