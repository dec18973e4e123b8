package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.testkit.GradientCheck;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import org.junit.jupiter.api.Test;

/** A small convolutional network that every image of a film goes through. */
class TimeDistributedTest {

  private static final String BODY =
      """
      - {type: conv2d, filters: 3, kernel: 3, activation: relu}
      - {type: max_pool2d, kernel: 2}
      - {type: dropout, rate: 0}
      - {type: flatten}
      - {type: dense, units: 2, activation: tanh}
      """;

  private final Lab lab = Lab.open();

  private Plan plan(String input, String target, String precision, String layers) {
    return lab.plan(
        """
        assay: 1
        name: films
        dataset: {type: kit_samples, input: %s, target: %s, samples: 8}
        training: {epochs: 0, precision: %s}
        architecture:
          weight_init: {type: normal, deviation: 0.5}
          layers:
        %s
        """
            .formatted(input, target, precision, layers.indent(4)));
  }

  private Plan films(String precision) {
    return plan(
        "[4, 1, 6, 6]",
        "[4, 2]",
        precision,
        """
        - time_distributed:
        %s
        - {type: lstm, units: 3}
        - {type: output, loss: mean_squared_error}
        """
            .formatted(BODY.indent(4)));
  }

  @Test
  void eachImageGoesThroughByItself() {
    String seen = "- time_distributed:\n%s- {type: loss, loss: mean_squared_error}\n";
    Plan films = plan("[4, 1, 6, 6]", "[4, 2]", "double", seen.formatted(BODY.indent(4)));
    Plan images =
        plan("[1, 6, 6]", "[2]", "double", BODY + "- {type: loss, loss: mean_squared_error}\n");
    try (Session all = lab.session(films);
        Session each = lab.session(images)) {
      assertThat(each.executable().parameters().toArray())
          .isEqualTo(all.executable().parameters().toArray());
      Batch film = lab.batch(films, "train", 2);
      Batch image = lab.batch(images, "train", 8);
      for (int i = 0; i < film.inputs().get(0).length(); i++) {
        image.inputs().get(0).set(i, film.inputs().get(0).get(i));
      }
      for (int i = 0; i < film.targets().get(0).length(); i++) {
        image.targets().get(0).set(i, film.targets().get(0).get(i));
      }
      assertThat(all.executable().step(film))
          .isCloseTo(each.executable().step(image), within(1e-12));
      double[] expected = each.executable().gradient().toArray();
      double[] gradient = all.executable().gradient().toArray();
      assertThat(gradient).hasSameSizeAs(expected);
      for (int i = 0; i < gradient.length; i++) {
        assertThat(gradient[i]).isCloseTo(expected[i], within(1e-12));
      }
    }
  }

  @Test
  void theGradientIsThatOfTheLoss() {
    Plan films = films("double");
    try (Session session = lab.session(films)) {
      GradientCheck.check(session.executable(), lab.batch(films, "train", 3));
    }
  }

  @Test
  void compiledItIsTheSame() {
    assumeTrue(OneDnn.obstacle().isEmpty());
    for (int rows : new int[] {1, 5}) {
      KernelKit.check(lab, films("float"), rows);
    }
  }

  /** A product of a window for each place of each image of a film. */
  @Test
  void operationsAreThoseOfAllSteps() {
    PlannedLayer convolution =
        films("double").network().layers().stream()
            .filter(layer -> layer.type().equals("conv2d"))
            .findFirst()
            .orElseThrow();
    assertThat(convolution.rows()).isEqualTo(4);
    assertThat(convolution.flops()).isEqualTo(4L * 2 * 9 * 3 * 16);
  }
}
