package dev.assay.cli;

import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlWriter;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.sweep.Search.Proposals;
import dev.assay.engine.sweep.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a sweep would run; as JSON, the document that {@code --preview} answers.
 *
 * @param trials those that are known before any of them has ended
 */
record SweepPreview(List<Trial> trials, int workers, int threads, int cores) {

  /** A trial that is not run. */
  record Trial(int number, Map<String, String> values) {}

  static SweepPreview of(Plan plan, Sweep sweep, Shares shares) {
    Proposals proposals = sweep.search().start(sweep.space(), plan.experiment().seed());
    List<Trial> trials = new ArrayList<>();
    for (int number = 1; number <= plan.trials(); number++) {
      Optional<Map<String, Node>> next = proposals.next();
      if (next.isPresent()) {
        Map<String, String> values = new LinkedHashMap<>();
        next.get().forEach((key, value) -> values.put(key, YamlWriter.flow(value)));
        trials.add(new Trial(number, values));
      }
    }
    return new SweepPreview(trials, shares.workers(), shares.threads(), shares.cores());
  }

  /** A line for each trial. */
  String text() {
    return trials.stream()
        .map(
            trial ->
                trial.values().entrySet().stream()
                    .map(value -> value.getKey() + "=" + value.getValue())
                    .collect(Collectors.joining("  ", trial.number() + "  ", "\n")))
        .collect(Collectors.joining());
  }
}
