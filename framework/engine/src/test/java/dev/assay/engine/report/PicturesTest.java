package dev.assay.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PicturesTest {

  private static final int DARKEST = 0xFF3B6EA5;
  private static final int WHITE = 0xFFFFFFFF;

  @Test
  void attentionIsDarkWhereAStepLooks() {
    double[] weights = {1, 0, 0, 1}; // each step at itself
    AttentionMap map =
        new AttentionMap("attention", List.of("a", "b"), List.of("a", "b"), List.of(weights));
    BufferedImage image = map.draw();
    int right = image.getWidth() - 1;
    int[] dark =
        IntStream.range(0, image.getWidth() * image.getHeight())
            .filter(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == DARKEST)
            .toArray();
    assertThat(dark).hasSize(2 * 30 * 30); // two of four cells of 30 by 30 pixels
    int first = dark[0];
    int x = first % image.getWidth();
    int y = first / image.getWidth();
    assertThat(image.getRGB(x + 45, y + 45)).isEqualTo(DARKEST);
    assertThat(image.getRGB(x + 45, y + 15)).isEqualTo(WHITE);
    assertThat(image.getRGB(x + 15, y + 45)).isEqualTo(WHITE);
    assertThat(image.getRGB(right, image.getHeight() - 1)).isEqualTo(WHITE);
  }

  @Test
  void aLongSequenceHasSmallCellsAndNoNames() {
    List<String> names = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
    AttentionMap map = new AttentionMap("", names, names, List.of(new double[10_000]));
    assertThat(map.draw().getWidth()).isLessThan(400);
  }

  @Test
  void shadesGoFromWhiteToDark() {
    assertThat(Look.shade(0).getRGB()).isEqualTo(WHITE);
    assertThat(Look.shade(1).getRGB()).isEqualTo(DARKEST);
    assertThat(Look.shade(0.5).getRed()).isEqualTo((0xC9 + 0x7F) / 2);
  }

  @Test
  void calibrationIsMeasuredInTenParts() {
    Calibration calibration = new Calibration();
    calibration.add(0.95, true);
    calibration.add(1, false);
    calibration.add(0.3, true); // in the third part, which it ends
    calibration.add(0.25, false);
    assertThat(calibration.error()).isCloseTo((0.95 + 0.45) / 4, within(1e-12));
    assertThat(calibration.isOfProbabilities()).isTrue();
    calibration.add(1.5, true);
    assertThat(calibration.isOfProbabilities()).isFalse();
  }

  @Test
  void figuresOfClassesFollowFromTheMatrix() {
    ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat", "dog", "bird"));
    matrix.add(0, 0);
    matrix.add(0, 0);
    matrix.add(0, 1);
    matrix.add(1, 1);
    assertThat(matrix.figures())
        .containsExactly(
            new ClassFigures("cat", 3, 1, 2 / 3.0, 0.8),
            new ClassFigures("dog", 1, 0.5, 1, 2 / 3.0),
            new ClassFigures("bird", 0, 0, 0, 0));
  }
}
