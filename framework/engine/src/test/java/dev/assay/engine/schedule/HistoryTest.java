package dev.assay.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static double sum(History history) {
    return history.fold("sum", 0.0, (sum, epoch) -> sum + epoch.getOrDefault("loss", 0.0));
  }

  @Test
  void noEpochLeavesTheStart() {
    assertThat(sum(new History())).isZero();
  }

  @Test
  void eachEpochIsLookedAtOnce() {
    History history = new History();
    List<Map<String, Double>> seen = new ArrayList<>();
    for (int epoch = 1; epoch <= 3; epoch++) {
      history.add(Map.of("loss", (double) epoch));
      for (int step = 0; step < 5; step++) {
        history.fold(
            "all",
            0,
            (count, measured) -> {
              seen.add(measured);
              return count + 1;
            });
      }
      assertThat(seen).hasSize(epoch);
    }
  }

  /** As a training is resumed, all epochs are told before anybody asks. */
  @Test
  void itDoesNotMatterWhenSomebodyAsks() {
    History asked = new History();
    History told = new History();
    for (double loss : new double[] {3, 1, 2}) {
      asked.add(Map.of("loss", loss));
      told.add(Map.of("loss", loss));
      sum(asked);
    }
    assertThat(sum(told)).isEqualTo(sum(asked)).isEqualTo(6);
  }

  @Test
  void eachHasAResultOfItsOwn() {
    History history = new History();
    history.add(Map.of("loss", 2.0));
    assertThat(sum(history)).isEqualTo(2);
    assertThat(
            history.<Double>fold("product", 3.0, (p, epoch) -> p * epoch.getOrDefault("loss", 0.0)))
        .isEqualTo(6);
  }
}
