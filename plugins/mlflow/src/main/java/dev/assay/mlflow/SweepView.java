package dev.assay.mlflow;

import dev.assay.engine.tracking.Event;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.mlflow.api.proto.Service.RunTag;

/**
 * The page that a sweep is looked at on: its trials with the best first, and charts of what was
 * varied and what came out. It is stored with the experiment, whose menu of views lists it.
 *
 * <p>The form in which the server's pages read it is documented nowhere, so a server that refuses
 * it loses the page and nothing else.
 */
record SweepView(Connection connection, Words words) {

  private static final String VARIED = "sweep.";

  /** Stores the view, if the run is a sweep that looks for something. */
  void show(Event.Params params) throws IOException {
    String objective = words.objective();
    if (objective == null) {
      return;
    }
    String experiment = words.experiment();
    String id = "assay-" + words.run();
    ViewState state =
        ViewState.of(words.run(), Names.key(objective), words.lessIsBetter(), varied(params));
    String stored = state.stored("Sweep " + words.name(), params.ms());
    try {
      connection.tell(
          client -> client.setExperimentTag(experiment, "mlflow.sharedViewState." + id, stored));
      words.url(new Links(connection.server()).view(experiment, id));
      link("[Compare the trials](%s)".formatted(words.url()));
    } catch (Trouble trouble) {
      if (trouble.status() == 0) {
        throw trouble;
      }
    }
  }

  /** What the trials call the parameters that differ; whole blocks are no parameters. */
  private static List<String> varied(Event.Params params) {
    return params.values().entrySet().stream()
        .filter(param -> param.getKey().startsWith(VARIED) && !param.getValue().contains("{"))
        .map(param -> Names.key(param.getKey().substring(VARIED.length())))
        .toList();
  }

  /** Puts a link into the description of the sweep's run. */
  private void link(String link) throws IOException {
    String run = words.run();
    String note =
        connection.ask(client -> client.getRun(run)).getData().getTagsList().stream()
            .filter(tag -> tag.getKey().equals(Tags.NOTE))
            .map(RunTag::getValue)
            .findFirst()
            .orElse("");
    if (!note.contains(link)) {
      String longer = note.isEmpty() ? link : link + "\n\n" + note;
      new Batches(connection, run).tags(Map.of(Tags.NOTE, longer));
    }
  }
}
