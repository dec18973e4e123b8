package dev.assay.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.shape.Shape;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SamplingTest {

  private static final Offset<Double> NEARLY = within(1e-9);
  private static final double[] PROBABILITIES = {0.1, 0.4, 0.2, 0.3};

  private static double[] shares(
      @Nullable Double temperature, @Nullable Integer topK, @Nullable Double topP, double... of) {
    double[] weights = new Sampling(temperature, topK, topP).weights(of);
    double sum = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    return IntStream.range(0, weights.length).mapToDouble(i -> weights[i] / sum).toArray();
  }

  @Test
  void aTemperatureOfOneLeavesProbabilitiesAsTheyAre() {
    assertThat(shares(1.0, null, null, PROBABILITIES)).containsExactly(PROBABILITIES, NEARLY);
  }

  /** 0.1, 0.4, 0.2, 0.3 squared are 0.01, 0.16, 0.04, 0.09, together 0.3. */
  @Test
  void aTemperatureOfAHalfSquaresThem() {
    assertThat(shares(0.5, null, null, PROBABILITIES))
        .containsExactly(new double[] {1 / 30.0, 16 / 30.0, 4 / 30.0, 9 / 30.0}, NEARLY);
  }

  @Test
  void topKLeavesTheMostProbableAndThoseAsProbable() {
    assertThat(shares(null, 2, null, PROBABILITIES))
        .containsExactly(new double[] {0, 4 / 7.0, 0, 3 / 7.0}, NEARLY);
    assertThat(shares(null, 1, null, 0.4, 0.4, 0.2)).containsExactly(new double[] {0.5, 0.5, 0});
    assertThat(shares(null, 9, null, PROBABILITIES)).containsExactly(PROBABILITIES, NEARLY);
  }

  /** 0.4 alone is less than 0.6, 0.4 and 0.3 are not; a symbol is left in any case. */
  @Test
  void topPLeavesTheFewestThatHaveEnough() {
    assertThat(shares(null, null, 0.6, PROBABILITIES))
        .containsExactly(new double[] {0, 4 / 7.0, 0, 3 / 7.0}, NEARLY);
    assertThat(shares(null, null, 1e-6, PROBABILITIES)).containsExactly(0, 1, 0, 0);
    assertThat(shares(null, null, 1.0, PROBABILITIES)).containsExactly(PROBABILITIES, NEARLY);
  }

  /** Of 0.4 and 0.3, which top_k leaves, the first has 4/7, which is more than a half. */
  @Test
  void topPIsOfWhatTopKLeft() {
    assertThat(shares(null, 2, 0.5, PROBABILITIES)).containsExactly(0, 1, 0, 0);
    assertThat(shares(null, null, 0.5, PROBABILITIES)[3]).isPositive();
  }

  @Test
  void symbolsAreDrawnAsOftenAsTheirProbabilitySays() {
    Values said = new Values(Shape.of(4), 1, Precision.DOUBLE);
    said.setRow(0, PROBABILITIES);
    Choice choice = new Sampling(1.0, null, null).choice(3, 0, 1);
    int[] counts = new int[4];
    for (int i = 0; i < 20_000; i++) {
      counts[choice.next(said, 0)]++;
    }
    for (int i = 0; i < counts.length; i++) {
      assertThat(counts[i] / 20_000.0).isCloseTo(PROBABILITIES[i], within(0.015));
    }
  }

  @Test
  void aTextIsTheSameWhateverIsWrittenBesideIt() {
    Values said = new Values(Shape.of(4), 3, Precision.DOUBLE);
    IntStream.range(0, 3).forEach(row -> said.setRow(row, PROBABILITIES));
    Sampling sampling = new Sampling(1.0, null, null);
    Choice together = sampling.choice(3, 0, 3);
    Choice alone = sampling.choice(3, 2, 1);
    for (int i = 0; i < 50; i++) {
      together.next(said, 0);
      assertThat(together.next(said, 2)).isEqualTo(alone.next(said, 0));
    }
  }

  @Test
  void withoutChanceTheMostProbableIsTaken() {
    Values said = new Values(Shape.of(4), 1, Precision.DOUBLE);
    said.setRow(0, PROBABILITIES);
    assertThat(Sampling.GREEDY.choice(3, 0, 1).next(said, 0)).isEqualTo(1);
    assertThat(Sampling.GREEDY.isRandom()).isFalse();
  }
}
