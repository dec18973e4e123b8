package dev.assay.engine.sweep;

import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlWriter;
import dev.assay.engine.sweep.Sweeper.Finished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Trials that differ only in keys that are averaged over, as folds or seeds.
 *
 * @param values what stood in the other holes, by key
 * @param first the number of the first of them
 * @param trials how many have an objective
 * @param mean of their objectives; NaN if there are none
 * @param deviation their standard deviation, by n - 1; 0 of a single one
 */
public record Average(
    Map<String, Node> values, int first, int trials, double mean, double deviation) {

  /**
   * The averages of some trials.
   *
   * @param over the keys that are averaged over
   * @return the best one first
   */
  public static List<Average> of(List<Finished> all, List<String> over, Objective objective) {
    Map<Map<String, String>, List<Finished>> alike =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    finished -> texts(others(finished, over)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Average> averages = new ArrayList<>();
    alike.values().forEach(trials -> averages.add(of(trials, others(trials.get(0), over))));
    Comparator<Average> best =
        (a, b) -> objective.better(a.mean, b.mean) ? -1 : objective.better(b.mean, a.mean) ? 1 : 0;
    return averages.stream().sorted(best).toList();
  }

  private static Average of(List<Finished> trials, Map<String, Node> values) {
    double[] objectives =
        trials.stream()
            .mapToDouble(Finished::objective)
            .filter(objective -> !Double.isNaN(objective))
            .toArray();
    double sum = 0;
    for (double objective : objectives) {
      sum += objective;
    }
    double mean = sum / objectives.length;
    double squares = 0;
    for (double objective : objectives) {
      squares += (objective - mean) * (objective - mean);
    }
    double deviation = objectives.length > 1 ? Math.sqrt(squares / (objectives.length - 1)) : 0;
    return new Average(values, trials.get(0).trial().number(), objectives.length, mean, deviation);
  }

  private static Map<String, Node> others(Finished finished, List<String> over) {
    Map<String, Node> others = new LinkedHashMap<>(finished.trial().values());
    over.forEach(others::remove);
    return others;
  }

  private static Map<String, String> texts(Map<String, Node> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((key, value) -> texts.put(key, YamlWriter.flow(value)));
    return texts;
  }
}
