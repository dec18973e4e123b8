package dev.assay.standard.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testkit.Lab;
import org.junit.jupiter.api.Test;

/** Convolutions, pooling and norms whose output a reader can follow with a pencil. */
class ConvolutionsByHandTest {

  private final Lab lab = Lab.open();

  private double[] said(String layer, String weights, String input) {
    return lab.said(layer, weights, input);
  }

  /** 1 + 10 2 and 2 + 10 3, both plus 100. */
  @Test
  void sequence() {
    assertThat(
            said(
                "{type: conv1d, name: it, filters: 1, kernel: 2}",
                "{weight: [[[1, 10]]], bias: [100]}",
                "[[1], [2], [3]]"))
        .containsExactly(121, 132);
  }

  /** Each channel by its own filter. */
  @Test
  void depthwise() {
    assertThat(
            said(
                "{type: depthwise_conv2d, name: it, kernel: 1, bias: false}",
                "{weight: [[[[2]]], [[[10]]]]}",
                "[[[1, 2]], [[3, 4]]]"))
        .containsExactly(2, 4, 30, 40);
  }

  /** Two windows of (1, 10; 100, 1000), weighted by 1 and 2, overlap in the middle column. */
  @Test
  void transposed() {
    assertThat(
            said(
                "{type: transposed_conv2d, name: it, filters: 1, kernel: 2, bias: false}",
                "{weight: [[[[1, 10], [100, 1000]]]]}",
                "[[[1, 2]]]"))
        .containsExactly(1, 12, 20, 100, 1200, 2000);
  }

  /** The eight corners of a cube of two pixels' length. */
  @Test
  void volume() {
    assertThat(
            said(
                "{type: conv3d, name: it, filters: 1, kernel: 2, bias: false}",
                "{weight: [[[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]]]}",
                "[[[[1, 1], [1, 1]], [[1, 1], [1, 10]]]]"))
        .containsExactly(108);
  }

  @Test
  void pooling() {
    String steps = "[[1, 8], [5, 2], [3, 4], [9, 9]]";
    assertThat(said("{type: max_pool1d, name: it, kernel: 3}", "{}", steps)).containsExactly(5, 8);
    assertThat(said("{type: avg_pool1d, name: it, kernel: 2}", "{}", steps))
        .containsExactly(3, 5, 6, 6.5);
    assertThat(said("{type: global_max_pool, name: it}", "{}", steps)).containsExactly(9, 9);
  }

  /** Two places with weights (1, 10) and (2, 20), and biases 100 and 200. */
  @Test
  void eachPlaceByItself() {
    assertThat(
            said(
                "{type: locally_connected1d, name: it, filters: 1, kernel: 2}",
                "{weight: [[[1, 10]], [[2, 20]]], bias: [100, 200]}",
                "[[1], [2], [3]]"))
        .containsExactly(121, 264);
  }

  /** Of one zero that is missing, the end has it, as in Keras: windows (1, 2), (3, 4), (5, 0). */
  @Test
  void paddingThatStrideMakesUneven() {
    String steps = "[[1], [2], [3], [4], [5]]";
    assertThat(
            said(
                "{type: conv1d, name: it, filters: 1, kernel: 2, stride: 2, padding: same}",
                "{weight: [[[1, 10]]], bias: [0]}",
                steps))
        .containsExactly(21, 43, 5);
    assertThat(said("{type: max_pool1d, name: it, kernel: 3, padding: same}", "{}", steps))
        .containsExactly(3, 5);
    assertThat(
            said(
                "{type: avg_pool1d, name: it, kernel: 2, padding: same, count_padding: false}",
                "{}",
                steps))
        .containsExactly(1.5, 3.5, 5);
  }

  /** Windows that end at their step: (1, 3) is the first whole one of two that lie two apart. */
  @Test
  void noWindowSeesALaterStep() {
    String dilated =
        "{type: conv1d, name: it, filters: 1, kernel: 2, dilation: 2, padding: causal}";
    String strided = "{type: conv1d, name: it, filters: 1, kernel: 2, stride: 2, padding: causal}";
    String weights = "{weight: [[[1, 10]]], bias: [0]}";
    assertThat(said(dilated, weights, "[[1], [2], [3], [4]]")).containsExactly(10, 20, 31, 42);
    assertThat(said(strided, weights, "[[1], [2], [3], [4], [5]]")).containsExactly(10, 32, 54);
  }

  /** The length of (3, 4), and the sum of (3, -4). */
  @Test
  void norms() {
    assertThat(said("{type: lp_pool2d, name: it, kernel: [1, 2]}", "{}", "[[[3, -4, 0, 0]]]"))
        .containsExactly(5, 0);
    assertThat(said("{type: lp_pool2d, name: it, norm: 1, kernel: [1, 2]}", "{}", "[[[3, -4]]]"))
        .containsExactly(-1);
  }

  /** Three pixels in two windows: the middle one is in both. */
  @Test
  void adaptivePooling() {
    assertThat(
            said(
                "{type: adaptive_avg_pool2d, name: it, output_size: [1, 2]}",
                "{}",
                "[[[1, 3, 8]]]"))
        .containsExactly(2, 5.5);
  }

  /** Channels 3, 4 and 12: sums of squares are 9 + 16, 9 + 16 + 144 and 16 + 144. */
  @Test
  void responsesOfNeighbours() {
    assertThat(
            said(
                "{type: local_response_norm, name: it, size: 3, alpha: 1, beta: 1, k: 1}",
                "{}",
                "[[[3]], [[4]], [[12]]]"))
        .containsExactly(3.0 / 26, 4.0 / 170, 12.0 / 161);
  }

  /** Mean 2 and variance 1 make (-1, 1) of (1, 3), and an epsilon of 3 halves them. */
  @Test
  void groupNorm() {
    assertThat(
            said(
                "{type: group_norm, name: it, groups: 2, epsilon: 3}",
                "{gain: [2, 2, 4, 4], bias: [0, 0, 0, 1]}",
                "[1, 3, 3, 5]"))
        .containsExactly(-1, 1, -2, 3);
  }

  /** The mean square of (2, 4) is 10, and 6 more make a root of 4. */
  @Test
  void rmsNorm() {
    assertThat(said("{type: rms_norm, name: it, epsilon: 6}", "{gain: [2, 4]}", "[2, 4]"))
        .containsExactly(1, 4);
  }
}
