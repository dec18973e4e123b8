package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import dev.assay.testkit.LayerKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GraphConformTest {

  private static final Shape FEATURES = Shape.of(7);
  private static final Shape SEQUENCE = Shape.of(6, 4);
  private static final Shape IMAGE = Shape.of(2, 7, 6);
  private static final Shape VOLUME = Shape.of(2, 3, 5, 4);

  private static Stream<DynamicTest> alike(String layer, int inputs) {
    return Stream.of(FEATURES, SEQUENCE, IMAGE)
        .flatMap(
            shape ->
                LayerKit.tests(
                    layer, Stream.generate(() -> shape).limit(inputs).toArray(Shape[]::new)));
  }

  @TestFactory
  Stream<DynamicTest> joins() {
    return Stream.of(
            alike("{type: add}", 3),
            alike("{type: multiply}", 2),
            alike("{type: multiply}", 3),
            alike("{type: subtract}", 2),
            alike("{type: average}", 2),
            alike("{type: average}", 3),
            alike("{type: maximum}", 2),
            alike("{type: maximum}", 4))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> gates() {
    return Stream.of(
            LayerKit.tests("{type: multiply}", IMAGE, Shape.of(2)),
            LayerKit.tests("{type: multiply}", Shape.of(2, 1, 1), IMAGE),
            LayerKit.tests("{type: multiply}", Shape.of(1, 7, 6), IMAGE, Shape.of(2)),
            LayerKit.tests("{type: multiply}", Shape.of(1, 7, 1), Shape.of(2, 1, 6)),
            LayerKit.tests("{type: multiply}", Shape.of(3, 5, 1, 4), Shape.of(3)),
            LayerKit.tests("{type: multiply}", Shape.of(1), FEATURES))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            LayerKit.tests("{type: distance}", FEATURES, FEATURES),
            LayerKit.tests("{type: distance, epsilon: 0.5}", SEQUENCE, SEQUENCE),
            LayerKit.tests("{type: cosine_similarity}", FEATURES, FEATURES),
            LayerKit.tests("{type: cosine_similarity, epsilon: 1.5}", SEQUENCE, SEQUENCE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> repetitions() {
    return Stream.of(
            LayerKit.tests("{type: repeat_vector, steps: 3}", FEATURES),
            LayerKit.tests("{type: repeat_vector, steps: 1}", FEATURES),
            LayerKit.tests("{type: repeat_vector}", FEATURES, SEQUENCE),
            LayerKit.tests("{type: repeat_vector}", FEATURES, IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> merge() {
    return Stream.of(
            LayerKit.tests("{type: merge}", FEATURES, Shape.of(2), Shape.of(3)),
            LayerKit.tests("{type: merge}", SEQUENCE, Shape.of(6, 1)),
            LayerKit.tests("{type: merge, axis: 0}", SEQUENCE, Shape.of(2, 4)),
            LayerKit.tests("{type: merge}", IMAGE, Shape.of(5, 7, 6), IMAGE),
            LayerKit.tests("{type: merge, axis: -1}", IMAGE, Shape.of(2, 7, 3)))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> products() {
    return Stream.of(
            LayerKit.tests("{type: matmul}", Shape.of(3, 4), Shape.of(4, 5)),
            LayerKit.tests("{type: matmul, transpose_a: true}", Shape.of(4, 3), Shape.of(4, 5)),
            LayerKit.tests("{type: matmul, transpose_b: true}", Shape.of(3, 4), Shape.of(5, 4)),
            LayerKit.tests(
                "{type: matmul, transpose_a: true, transpose_b: true}",
                Shape.of(2, 4, 3),
                Shape.of(2, 5, 4)),
            LayerKit.tests("{type: matmul}", Shape.of(2, 3, 1), Shape.of(2, 1, 4)))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> shapes() {
    return Stream.of(
            LayerKit.tests("{type: reshape, shape: [3, -1]}", IMAGE),
            LayerKit.tests("{type: reshape, shape: [1, 7]}", FEATURES),
            LayerKit.tests("{type: squeeze, axis: -1}", Shape.of(4, 3, 1)),
            LayerKit.tests("{type: unsqueeze, axis: -1}", SEQUENCE),
            LayerKit.tests("{type: permute, axes: [1, 0]}", SEQUENCE),
            LayerKit.tests("{type: permute, axes: [2, 0, 1]}", IMAGE),
            LayerKit.tests("{type: slice, start: 2, end: -1}", FEATURES),
            LayerKit.tests("{type: slice, axis: -1, start: -2}", SEQUENCE),
            LayerKit.tests("{type: slice, axis: 1, start: 1, end: 3}", IMAGE))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> images() {
    return Stream.of(
            LayerKit.tests("{type: upsample2d}", IMAGE),
            LayerKit.tests("{type: upsample2d, factor: [3, 1]}", IMAGE),
            LayerKit.tests("{type: zero_pad1d, padding: 2}", SEQUENCE),
            LayerKit.tests("{type: zero_pad1d, padding: [3, 0]}", SEQUENCE),
            LayerKit.tests("{type: zero_pad2d, padding: 1}", IMAGE),
            LayerKit.tests("{type: zero_pad2d, padding: [0, 1, 2, 3]}", IMAGE),
            LayerKit.tests("{type: crop2d, cropping: [1, 2]}", IMAGE),
            LayerKit.tests("{type: crop2d, cropping: [0, 1, 2, 3]}", IMAGE),
            LayerKit.tests("{type: space_to_depth, factor: 3}", Shape.of(2, 6, 9)),
            LayerKit.tests("{type: depth_to_space, factor: 2}", Shape.of(8, 3, 2)))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> sequencesAndVolumes() {
    return Stream.of(
            LayerKit.tests("{type: upsample1d}", SEQUENCE),
            LayerKit.tests("{type: upsample1d, factor: 3}", SEQUENCE),
            LayerKit.tests("{type: crop1d, cropping: 1}", SEQUENCE),
            LayerKit.tests("{type: crop1d, cropping: [0, 2]}", SEQUENCE),
            LayerKit.tests("{type: upsample3d}", VOLUME),
            LayerKit.tests("{type: upsample3d, factor: [1, 3, 2]}", VOLUME),
            LayerKit.tests("{type: zero_pad3d, padding: 1}", VOLUME),
            LayerKit.tests("{type: zero_pad3d, padding: [0, 1, 2]}", VOLUME),
            LayerKit.tests("{type: crop3d, cropping: 1}", VOLUME),
            LayerKit.tests("{type: crop3d, cropping: [0, 1, 2, 1, 0, 2]}", VOLUME))
        .flatMap(tests -> tests);
  }
}
