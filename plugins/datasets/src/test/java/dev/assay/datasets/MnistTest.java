package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.Precision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MnistTest {

  private static final DataFiles NONE = new DataFiles(List.of(), Path.of(""));
  private static final int IMAGES = 200;
  private static final int PAD = 14;
  private static final int SIDE = 28 + 2 * PAD;

  private static Mnist mnist(int pad, @Nullable Integer shift) {
    return new Mnist(null, IMAGES, IMAGES, 0, pad, shift, false, List.of());
  }

  private static Batch all(Mnist mnist, String split, Precision precision, long seed) {
    Data data = mnist.open(NONE, seed);
    return Batches.inOrder(mnist.spec(NONE), data.split(split), IMAGES, precision).next();
  }

  private static double[] pixels(Batch batch, int image) {
    return batch.inputs().get(0).row(image);
  }

  @Test
  void aPaddedDigitIsInTheMiddle() {
    double[] plain = pixels(all(mnist(0, null), "train", Precision.DOUBLE, 7), 3);
    double[] padded = pixels(all(mnist(PAD, null), "train", Precision.DOUBLE, 7), 3);
    assertThat(Arrays.stream(plain).sum()).isPositive();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean inside = y >= PAD && y < PAD + 28 && x >= PAD && x < PAD + 28;
        double expected = inside ? plain[(y - PAD) * 28 + x - PAD] : 0;
        assertThat(padded[y * SIDE + x]).isEqualTo(expected);
      }
    }
  }

  @Test
  void shiftedDigitsAreTheTestDigitsElsewhere() {
    Mnist mnist = mnist(PAD, PAD);
    Batch test = all(mnist, "test", Precision.DOUBLE, 7);
    Batch shifted = all(mnist, "shifted", Precision.DOUBLE, 7);
    assertThat(shifted.targets().get(0).doubles()).isEqualTo(test.targets().get(0).doubles());
    Set<Integer> distances = new HashSet<>();
    for (int i = 0; i < IMAGES; i++) {
      double[] centred = pixels(test, i);
      double[] moved = pixels(shifted, i);
      int distance = firstInk(moved) - firstInk(centred);
      distances.add(distance);
      for (int p = Math.max(0, -distance); p < centred.length - Math.max(0, distance); p++) {
        assertThat(moved[p + distance]).isEqualTo(centred[p]);
      }
    }
    assertThat(distances).hasSizeGreaterThan(IMAGES / 2);
  }

  private static int firstInk(double[] pixels) {
    int i = 0;
    while (pixels[i] == 0) {
      i++;
    }
    return i;
  }

  @Test
  void theSeedDecidesWhereDigitsAre() {
    Mnist mnist = mnist(PAD, PAD);
    double[] first = pixels(all(mnist, "shifted", Precision.DOUBLE, 7), 0);
    assertThat(pixels(all(mnist, "shifted", Precision.DOUBLE, 7), 0)).isEqualTo(first);
    assertThat(pixels(all(mnist, "shifted", Precision.DOUBLE, 8), 0)).isNotEqualTo(first);
    assertThat(mnist.open(NONE, 7).digest()).isNotEqualTo(mnist.open(NONE, 8).digest());
  }

  @Test
  void bothPrecisionsHoldTheSameImage() {
    for (int pad : List.of(0, 3)) {
      double[] wide = pixels(all(mnist(pad, null), "train", Precision.DOUBLE, 7), 5);
      double[] narrow = pixels(all(mnist(pad, null), "train", Precision.FLOAT, 7), 5);
      for (int i = 0; i < wide.length; i++) {
        assertThat((float) narrow[i]).isEqualTo((float) wide[i]);
      }
    }
  }

  /** 0 and 1 as PyTorch's {@code Normalize((0.1307,), (0.3081,))} has them, empty pixels too. */
  @Test
  void standardisedByTheTrainingImages() {
    Mnist mnist = new Mnist(null, 60_000, IMAGES, 0, 2, 2, true, List.of(Mnist.Target.IMAGE));
    for (String split : List.of("test", "shifted")) {
      Batch batch = all(mnist, split, Precision.DOUBLE, 7);
      double[] pixels = pixels(batch, 0);
      assertThat(pixels[0]).isCloseTo(-0.1307 / 0.3081, within(2e-4));
      assertThat(Arrays.stream(batch.inputs().get(0).doubles()).max().orElseThrow())
          .isCloseTo((1 - 0.1307) / 0.3081, within(1e-3));
      double[] target = batch.targets().get(0).row(0);
      for (int i = 0; i < pixels.length; i++) {
        assertThat(pixels[i] * 0.3081 + 0.1307).isCloseTo(target[i], within(1e-3));
      }
    }
    assertThat(mnist.open(NONE, 7).digest()).isNotEqualTo(mnist(2, 2).open(NONE, 7).digest());
  }

  @Test
  void theLastTrainingImagesAreForValidation() {
    Mnist whole = mnist(0, null);
    Mnist divided = new Mnist(null, IMAGES, 10, 30, 0, null, false, List.of());
    assertThat(divided.spec(NONE).samples())
        .containsExactly(entry("train", 170), entry("validation", 30), entry("test", 10));
    double[] expected = pixels(all(whole, "train", Precision.DOUBLE, 7), 170);
    Batch validation =
        Batches.inOrder(
                divided.spec(NONE), divided.open(NONE, 7).split("validation"), 30, Precision.DOUBLE)
            .next();
    assertThat(pixels(validation, 0)).isEqualTo(expected);
    assertThatThrownBy(() -> new Mnist(null, 30, 10, 30, 0, null, false, List.of()).spec(NONE))
        .hasMessage("`validation` is 30 of the 30 training images, and leaves none to train on");
  }

  @Test
  void digitsCannotLeaveTheImage() {
    assertThatThrownBy(() -> mnist(10, 14).spec(NONE))
        .isInstanceOf(DataException.class)
        .hasMessage("`shift` moves digits by up to 14 pixels, and `pad` leaves room for 10");
  }
}
