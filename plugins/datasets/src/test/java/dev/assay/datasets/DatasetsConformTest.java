package dev.assay.datasets;

import dev.assay.testkit.DatasetKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DatasetsConformTest {

  @TestFactory
  Stream<DynamicTest> mnist() {
    return Stream.of(
            DatasetKit.tests("{type: mnist}"),
            DatasetKit.tests("{type: mnist, train: 300, test: 200, pad: 14, shift: 14}"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> text() {
    return Stream.of(
            DatasetKit.tests("{type: text, window: 64}"),
            DatasetKit.tests("{type: text, window: 20, stride: 50, validation: 0.5}"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> sorting() {
    return DatasetKit.tests("{type: sorting, length: 5, symbols: 2, train: 300, test: 100}");
  }

  @TestFactory
  Stream<DynamicTest> arithmetic() {
    return Stream.of(
            DatasetKit.tests("{type: addition, train: 300, test: 100}"),
            DatasetKit.tests("{type: affine, train: 300, test: 100}"),
            DatasetKit.tests("{type: affine, digits: 1, train: 300, test: 100, fresh: true}"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> inline() {
    return DatasetKit.tests(
        "{type: inline, classes: 3, train: [{input: [1, 2], target: 0}, {input: [3, 4], target: 2}]}");
  }
}
