package dev.assay.engine.run;

import dev.assay.config.tree.YamlWriter;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.plan.Leaves;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlanText;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Journal;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What a run's folder and journal say before its first step: the files, the plan, the data. */
record Preface(Plan plan, RunRequest request, RunFolder folder, Journal journal) {

  void write(Data data) throws IOException {
    Provenance provenance = Provenance.of(request.command(), request.file(), plan.transfers());
    folder.write("experiment.yaml", request.text());
    folder.write(RunFolder.RESOLVED, YamlWriter.write(plan.resolved()));
    folder.write("plan.txt", PlanText.of(plan, request.registry()));
    folder.write("provenance.json", Json.pretty(provenance));
    Path sweep = request.sweep();
    journal.append(
        new Event.Begin(
            System.currentTimeMillis(),
            UUID.randomUUID().toString(),
            plan.experiment().name(),
            folder.name(),
            plan.experiment().description(),
            sweep == null
                ? null
                : folder.path().toAbsolutePath().relativize(sweep.toAbsolutePath()).toString(),
            tags(provenance)));
    journal.append(new Event.Params(System.currentTimeMillis(), Leaves.of(plan.resolved())));
    dataset(data);
    for (String file :
        List.of("experiment.yaml", RunFolder.RESOLVED, "plan.txt", "provenance.json")) {
      journal.append(folder.artifact(folder.path().resolve(file)));
    }
  }

  private Map<String, String> tags(Provenance provenance) {
    Map<String, String> tags = new LinkedHashMap<>(plan.experiment().tags());
    tags.put("assay.file", request.file().toString());
    tags.put("assay.parameters", Long.toString(plan.network().parameters()));
    tags.put("assay.threads", Integer.toString(plan.threads()));
    tags.putAll(provenance.tags());
    return tags;
  }

  private void dataset(Data data) {
    Map<String, String> fields = new LinkedHashMap<>();
    Stream.concat(plan.data().inputs().stream(), plan.data().targets().stream())
        .forEach(field -> fields.put(field.name(), field.shape().toString()));
    String name =
        request.registry().name(Dataset.class, plan.experiment().dataset().dataset().getClass());
    plan.data()
        .samples()
        .forEach(
            (split, samples) ->
                journal.append(
                    new Event.Dataset(
                        System.currentTimeMillis(),
                        name,
                        split,
                        samples,
                        data.digest(),
                        data.source(),
                        fields)));
  }
}
