package dev.assay.datasets;

import dev.assay.testkit.DatasetKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DatasetsConformTest {

  @TestFactory
  Stream<DynamicTest> mnist() {
    return DatasetKit.tests("{type: mnist}");
  }

  @TestFactory
  Stream<DynamicTest> text() {
    return DatasetKit.tests("{type: text, window: 64}");
  }

  @TestFactory
  Stream<DynamicTest> sorting() {
    return DatasetKit.tests("{type: sorting, length: 5, symbols: 2, train: 300, test: 100}");
  }

  @TestFactory
  Stream<DynamicTest> inline() {
    return DatasetKit.tests(
        "{type: inline, classes: 3, train: [{input: [1, 2], target: 0}, {input: [3, 4], target: 2}]}");
  }
}
