package dev.assay.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import dev.assay.engine.sweep.Sweeper.Finished;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AverageTest {

  private static final Span NOWHERE = new Span(Source.of("test", ""), 1, 1, 1, 1);

  private static Finished trial(int number, String rate, String fold, double objective) {
    Map<String, Node> values = new LinkedHashMap<>();
    values.put("rate", new Node.Scalar(rate, true, NOWHERE));
    values.put("fold", new Node.Scalar(fold, true, NOWHERE));
    return new Finished(
        new Trial(number, values), new TrialResult("finished", Map.of(), null), objective);
  }

  @Test
  void trialsThatDifferOnlyInTheFoldAreOne() {
    List<Finished> all =
        List.of(
            trial(1, "0.1", "1", 0.5),
            trial(2, "0.1", "2", 0.7),
            trial(3, "0.2", "1", 0.8),
            trial(4, "0.2", "2", Double.NaN),
            trial(5, "0.3", "1", Double.NaN));
    List<Average> averages =
        Average.of(all, List.of("fold"), new Objective("test/accuracy", Objective.Goal.MAXIMIZE));
    assertThat(averages).extracting(Average::first).containsExactly(3, 1, 5);
    assertThat(averages).extracting(Average::trials).containsExactly(1, 2, 0);
    assertThat(averages.get(0).deviation()).isZero();
    assertThat(averages.get(1).mean()).isCloseTo(0.6, within(1e-12));
    assertThat(averages.get(1).deviation()).isCloseTo(Math.sqrt(0.02), within(1e-12));
    assertThat(averages.get(1).values()).containsOnlyKeys("rate");
    assertThat(averages.get(2).mean()).isNaN();
  }
}
