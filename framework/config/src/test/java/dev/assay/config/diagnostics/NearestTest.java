package dev.assay.config.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> KEYS =
      List.of("units", "activation", "bias", "dropout", "learning_rate", "batch_size", "conv2d");

  @Test
  void aSlipOfAnyKindIsFound() {
    assertThat(Nearest.to("droput", KEYS)).startsWith("dropout");
    assertThat(Nearest.to("untis", KEYS)).startsWith("units");
    assertThat(Nearest.to("learningRate", KEYS)).startsWith("learning_rate");
    assertThat(Nearest.to("batch-size", KEYS)).startsWith("batch_size");
    assertThat(Nearest.to("conv", KEYS)).startsWith("conv2d");
    assertThat(Nearest.to("BIAS", KEYS)).startsWith("bias");
  }

  @Test
  void aWordThatIsLikeNoneHasNoNeighbour() {
    assertThat(Nearest.to("xyz", KEYS)).isEmpty();
    assertThat(Nearest.question("xyz", KEYS)).isEmpty();
  }

  @Test
  void swappedNeighboursCostOne() {
    assertThat(Nearest.distance("abcd", "abdc")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }
}
