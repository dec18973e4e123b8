package dev.assay.standard.convolution;

import dev.assay.engine.shape.Shape;
import dev.assay.testkit.LayerKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConvolutionsConformTest {

  private static final Shape SEQUENCE = Shape.of(6, 4);
  private static final Shape IMAGE = Shape.of(4, 7, 6);
  private static final Shape VOLUME = Shape.of(2, 4, 5, 3);

  @TestFactory
  Stream<DynamicTest> sequences() {
    return Stream.of(
            LayerKit.tests("{type: conv1d, filters: 3, kernel: 3}", SEQUENCE),
            LayerKit.tests(
                "{type: conv1d, filters: 6, kernel: 2, stride: 2, padding: 1, dilation: 2, groups: 2,"
                    + " bias: false, activation: tanh}",
                SEQUENCE),
            LayerKit.tests(
                "{type: conv1d, filters: 3, kernel: 4, padding: same, activation: tanh}", SEQUENCE),
            LayerKit.tests(
                "{type: conv1d, filters: 2, kernel: 2, stride: 4, padding: same}", SEQUENCE),
            LayerKit.tests(
                "{type: conv1d, filters: 3, kernel: 3, dilation: 2, padding: causal,"
                    + " activation: tanh}",
                SEQUENCE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> images() {
    return Stream.of(
            LayerKit.tests("{type: conv2d, filters: 6, kernel: 3, groups: 2}", IMAGE),
            LayerKit.tests("{type: conv2d, filters: 2, output_size: [3, 2], stride: 2}", IMAGE),
            LayerKit.tests(
                "{type: conv2d, filters: 3, kernel: [2, 3], stride: 2, padding: same}", IMAGE),
            LayerKit.tests(
                "{type: conv2d, filters: 3, kernel: 3, padding: [same, 0], activation: relu}",
                IMAGE),
            LayerKit.tests("{type: depthwise_conv2d, kernel: 3, padding: 1}", IMAGE),
            LayerKit.tests("{type: depthwise_conv2d, kernel: 4, stride: 2, padding: same}", IMAGE),
            LayerKit.tests(
                "{type: depthwise_conv2d, kernel: [3, 2], multiplier: 2, activation: gelu}", IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> transposed() {
    return Stream.of(
            LayerKit.tests("{type: transposed_conv2d, filters: 3, kernel: 2, stride: 2}", IMAGE),
            LayerKit.tests(
                "{type: transposed_conv2d, filters: 2, kernel: [3, 4], stride: [1, 2], padding: 1,"
                    + " groups: 2, activation: sigmoid}",
                IMAGE),
            LayerKit.tests(
                "{type: transposed_conv2d, filters: 3, kernel: 3, stride: 2, padding: 1,"
                    + " output_padding: 1}",
                IMAGE),
            LayerKit.tests(
                "{type: transposed_conv2d, filters: 4, kernel: [3, 1], stride: [3, 2], padding: 0,"
                    + " output_padding: [2, 1], groups: 2, dilation: 2, activation: tanh}",
                IMAGE),
            LayerKit.tests(
                "{type: transposed_conv2d, filters: 4, kernel: [3, 2], stride: [2, 3],"
                    + " padding: same, groups: 2, dilation: [2, 1]}",
                IMAGE),
            LayerKit.tests(
                "{type: transposed_conv2d, filters: 3, kernel: 4, stride: 2, padding: [same, 1]}",
                IMAGE),
            LayerKit.tests(
                "{type: transposed_conv2d, filters: 2, kernel: 2, dilation: 2, bias: false}",
                IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> transposedSequencesAndVolumes() {
    return Stream.of(
            LayerKit.tests("{type: transposed_conv1d, filters: 3, kernel: 2, stride: 2}", SEQUENCE),
            LayerKit.tests(
                "{type: transposed_conv1d, filters: 6, kernel: 3, stride: 2, padding: 1,"
                    + " output_padding: 1, dilation: 2, groups: 2, bias: false, activation: tanh}",
                SEQUENCE),
            LayerKit.tests(
                "{type: transposed_conv1d, filters: 3, kernel: 4, stride: 3, padding: same}",
                SEQUENCE),
            LayerKit.tests(
                "{type: transposed_conv1d, filters: 3, kernel: 1, stride: 3, padding: same}",
                SEQUENCE),
            LayerKit.tests(
                "{type: transposed_conv3d, filters: 2, kernel: [2, 3, 1], stride: [1, 2, 2],"
                    + " padding: same, activation: tanh}",
                VOLUME),
            LayerKit.tests("{type: transposed_conv3d, filters: 3, kernel: 2, stride: 2}", VOLUME),
            LayerKit.tests(
                "{type: transposed_conv3d, filters: 4, kernel: [3, 2, 1], stride: [1, 2, 3],"
                    + " padding: [1, 0, 0], output_padding: [0, 1, 2], groups: 2, activation: gelu}",
                VOLUME))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> locallyConnected() {
    return Stream.of(
            LayerKit.tests("{type: locally_connected1d, filters: 3, kernel: 3}", SEQUENCE),
            LayerKit.tests(
                "{type: locally_connected1d, filters: 2, kernel: 2, stride: 4, padding: same,"
                    + " bias: false, activation: tanh}",
                SEQUENCE),
            LayerKit.tests(
                "{type: locally_connected1d, filters: 2, kernel: 2, dilation: 3, padding: 1,"
                    + " activation: tanh}",
                SEQUENCE),
            LayerKit.tests(
                "{type: locally_connected2d, filters: 2, kernel: 2, dilation: [2, 1], stride: 2}",
                Shape.of(2, 5, 4)),
            LayerKit.tests(
                "{type: locally_connected2d, filters: 2, kernel: 3, activation: relu}",
                Shape.of(3, 5, 4)),
            LayerKit.tests(
                "{type: locally_connected2d, filters: 3, kernel: [2, 1], stride: [2, 3],"
                    + " padding: [1, 0], activation: gelu}",
                Shape.of(2, 5, 4)))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> separable() {
    return Stream.of(
            LayerKit.tests("{type: separable_conv2d, filters: 3, kernel: 3}", IMAGE),
            LayerKit.tests(
                "{type: separable_conv2d, filters: 5, multiplier: 2, kernel: [3, 2], stride: 2,"
                    + " padding: same, activation: relu}",
                IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> volumes() {
    return Stream.of(
            LayerKit.tests("{type: conv3d, filters: 3, kernel: 2, activation: relu}", VOLUME),
            LayerKit.tests(
                "{type: conv3d, filters: 2, kernel: [3, 2, 1], stride: [1, 2, 2], padding: 1}",
                VOLUME),
            LayerKit.tests(
                "{type: conv3d, filters: 2, kernel: 2, stride: [1, 2, 2], padding: same}", VOLUME))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> pooling() {
    return Stream.of(
            LayerKit.tests("{type: max_pool1d, kernel: 2}", SEQUENCE),
            LayerKit.tests("{type: avg_pool1d, kernel: 3, stride: 1}", SEQUENCE),
            LayerKit.tests("{type: max_pool1d, kernel: 3, stride: 2, padding: 1}", SEQUENCE),
            LayerKit.tests("{type: avg_pool1d, kernel: 4, stride: 1, padding: 2}", SEQUENCE),
            LayerKit.tests(
                "{type: avg_pool1d, kernel: 3, stride: 2, padding: 1, count_padding: false}",
                SEQUENCE),
            LayerKit.tests("{type: max_pool2d, kernel: 3, stride: 2, padding: 1}", IMAGE),
            LayerKit.tests("{type: max_pool2d, kernel: [1, 5], stride: 1, padding: [0, 2]}", IMAGE),
            LayerKit.tests("{type: avg_pool2d, kernel: 3, stride: 2, padding: 1}", IMAGE),
            LayerKit.tests(
                "{type: avg_pool2d, kernel: 5, stride: [1, 3], padding: 2, count_padding: false}",
                IMAGE),
            LayerKit.tests("{type: max_pool1d, kernel: 3, stride: 2, padding: same}", SEQUENCE),
            LayerKit.tests("{type: max_pool2d, kernel: 2, padding: same}", IMAGE),
            LayerKit.tests(
                "{type: avg_pool2d, kernel: [3, 2], stride: 1, padding: same, count_padding: false}",
                IMAGE),
            LayerKit.tests("{type: max_pool3d, kernel: 2}", VOLUME),
            LayerKit.tests("{type: max_pool3d, kernel: 3, stride: 2, padding: same}", VOLUME),
            LayerKit.tests("{type: avg_pool3d, kernel: [1, 2, 3]}", VOLUME),
            LayerKit.tests(
                "{type: avg_pool3d, kernel: 3, stride: 2, padding: 1, count_padding: false}",
                VOLUME),
            LayerKit.tests("{type: lp_pool2d, kernel: 2}", IMAGE),
            LayerKit.tests("{type: lp_pool2d, norm: 1, kernel: [3, 2], padding: 1}", IMAGE),
            LayerKit.tests("{type: lp_pool2d, norm: 3, kernel: 3, stride: 2}", IMAGE),
            LayerKit.tests("{type: global_avg_pool}", SEQUENCE),
            LayerKit.tests("{type: global_avg_pool}", IMAGE),
            LayerKit.tests("{type: global_avg_pool}", VOLUME),
            LayerKit.tests("{type: global_max_pool}", SEQUENCE),
            LayerKit.tests("{type: global_max_pool}", IMAGE),
            LayerKit.tests("{type: adaptive_avg_pool2d, output_size: [3, 2]}", IMAGE),
            LayerKit.tests("{type: adaptive_avg_pool2d, output_size: 1}", IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> normalisation() {
    return Stream.of(
            LayerKit.tests("{type: local_response_norm}", IMAGE),
            LayerKit.tests("{type: local_response_norm, alpha: 0.1, k: 1}", Shape.of(32, 3, 4)),
            LayerKit.tests(
                "{type: local_response_norm, size: 3, alpha: 0.5, beta: 0.5, k: 1}", IMAGE),
            LayerKit.tests("{type: group_norm, groups: 2}", IMAGE),
            LayerKit.tests("{type: group_norm, groups: 1, epsilon: 0.01}", VOLUME),
            LayerKit.tests("{type: group_norm, groups: 3}", Shape.of(6)),
            LayerKit.tests("{type: rms_norm}", SEQUENCE),
            LayerKit.tests("{type: rms_norm, epsilon: 0.1}", Shape.of(7)))
        .flatMap(tests -> tests);
  }
}
