package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.bind.NumberArray;
import dev.assay.engine.dataset.DataFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InlineTest {

  private static Inline.Sample sample(double input) {
    NumberArray numbers = new NumberArray(List.of(1), new double[] {input});
    return new Inline.Sample(numbers, numbers, Map.of(), Map.of());
  }

  private static String digest(List<Inline.Sample> train, List<Inline.Sample> test) {
    return new Inline(train, test, null, null, Map.of(), null, false)
        .open(new DataFiles(List.of(), Path.of("")), 1)
        .digest();
  }

  @Test
  void theDigestIsThatOfAllSamples() {
    String digest = digest(List.of(sample(1), sample(2)), List.of(sample(3)));
    assertThat(digest(List.of(sample(1), sample(2)), List.of(sample(4)))).isNotEqualTo(digest);
    assertThat(digest(List.of(sample(1), sample(4)), List.of(sample(3)))).isNotEqualTo(digest);
    assertThat(digest(List.of(sample(1), sample(2)), List.of())).isNotEqualTo(digest);
    assertThat(digest(List.of(sample(1), sample(2)), List.of(sample(3)))).isEqualTo(digest);
  }
}
