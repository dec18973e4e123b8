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
            DatasetKit.tests("{type: text, tokens: words, window: 16}"),
            DatasetKit.tests("{type: text, tokens: words, vocabulary: 500, window: 16}"),
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
  Stream<DynamicTest> sines() {
    return DatasetKit.tests(
        "{type: sines, waves: [{}, {amplitude: 0.5, frequency: 3}], noise: 0.1, train: 90, test: 7}");
  }

  @TestFactory
  Stream<DynamicTest> noise() {
    return Stream.of(
            DatasetKit.tests("{type: noise, input: [3, 5, 4], target: [2, 6]}"),
            DatasetKit.tests("{type: noise, input: [9], symbols: 4, classes: 3, samples: 30}"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> questions() {
    return DatasetKit.tests(
        "{type: questions, pairs: [{question: Is it, answer: yes}, {question: Why, answer: no}]}");
  }

  @TestFactory
  Stream<DynamicTest> inline() {
    return DatasetKit.tests(
        "{type: inline, classes: 3, train: [{input: [1, 2], target: 0}, {input: [3, 4], target: 2}]}");
  }
}
