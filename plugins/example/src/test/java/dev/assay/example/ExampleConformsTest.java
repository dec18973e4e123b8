package dev.assay.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.shape.Shape;
import dev.assay.testkit.DatasetKit;
import dev.assay.testkit.Lab;
import dev.assay.testkit.LayerKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExampleConformsTest {

  @TestFactory
  Stream<DynamicTest> snakeConforms() {
    return Stream.concat(
        LayerKit.tests("{type: snake}", Shape.of(5)),
        LayerKit.tests("{type: snake}", Shape.of(4, 3)));
  }

  @TestFactory
  Stream<DynamicTest> spiralsConform() {
    return DatasetKit.tests("{type: spirals, train: 200, test: 100}");
  }

  /** sin(pi / 2) = 1, so y = pi / 2 + 1 while the frequency is still 1. */
  @Test
  void snakeOfHalfPiIsOneMore() {
    Lab lab = Lab.open();
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: snake-by-hand
            dataset: {type: inline, train: [{input: [1.5707963267948966]}]}
            architecture: {layers: [{type: snake, name: snake}]}
            training: {epochs: 0, precision: double}
            """);
    try (Session session = lab.session(plan)) {
      double y = Lab.said(session, lab.batch(plan, "train", 1), "snake").get(0);
      assertThat(y).isCloseTo(Math.PI / 2 + 1, within(1e-12));
    }
  }
}
