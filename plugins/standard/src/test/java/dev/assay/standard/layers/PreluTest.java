package dev.assay.standard.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Learned slopes that a reader can follow with a pencil, and in the layouts of convolutions. */
class PreluTest {

  private final Lab lab = Lab.open();

  private Plan plan(String layer, String weights, String input) {
    return lab.plan(
        """
        assay: 1
        name: slopes
        dataset: {type: inline, train: [{input: %s, target: [0]}]}
        weights: {it: {slope: %s}}
        training: {epochs: 0, precision: double}
        architecture:
          layers: [%s, {type: flatten}, {type: output, loss: mean_squared_error}]
        """
            .formatted(input, weights, layer));
  }

  private double[] said(String layer, String weights, String input) {
    return lab.said(plan(layer, weights, input));
  }

  private static final String IMAGE = "[[[-1, 2], [-3, -4]], [[-5, 0], [7, -8]]]";

  @Test
  void eachChannelHasASlope() {
    assertThat(said("{type: prelu, name: it}", "[0.5, -2]", IMAGE))
        .containsExactly(-0.5, 2, -1.5, -2, 10, 0, 7, 16);
  }

  @Test
  void eachFeatureOfASequenceHasASlope() {
    assertThat(said("{type: prelu, name: it}", "[10, 100]", "[[-1, -1], [2, -2]]"))
        .containsExactly(-10, -100, 2, -200);
  }

  @Test
  void numbersShareASlopeOrDoNot() {
    assertThat(said("{type: prelu, name: it, slopes: one}", "[10]", IMAGE))
        .containsExactly(-10, 2, -30, -40, -50, 0, 7, -80);
    String each = "[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]";
    assertThat(said("{type: prelu, name: it, slopes: per_number}", each, IMAGE))
        .containsExactly(-1, 2, -9, -16, -25, 0, 7, -64);
  }

  /** As Keras and DL4J share them, whose axes are counted from the batch on. */
  @Test
  void slopesAreSharedAlongAxes() {
    assertThat(said("{type: prelu, name: it, shared_axes: [0, 2]}", "[10, 100]", IMAGE))
        .containsExactly(-10, 2, -300, -400, -50, 0, 7, -800);
    assertThat(said("{type: prelu, name: it, shared_axes: [-3]}", "[[1, 2], [3, 4]]", IMAGE))
        .containsExactly(-1, 2, -9, -16, -5, 0, 7, -32);
    assertThat(said("{type: prelu, name: it, shared_axes: [1]}", "[2, 3]", "[[-1, 4], [-1, -2]]"))
        .containsExactly(-2, 4, -3, -6);
  }

  @Test
  void slopesStartAsTold() {
    Plan plan = lab.plan(network("{type: prelu, start: -0.125}"));
    try (Session session = lab.session(plan)) {
      assertThat(session.executable().parameters().toArray())
          .contains(new double[] {-0.125}, within(0.0));
    }
  }

  private static String network(String layer) {
    return """
        assay: 1
        name: slopes
        dataset: {type: kit_samples, input: [3, 9, 7], target: [4], samples: 9}
        training: {epochs: 0}
        architecture:
          layers:
            - {type: conv2d, filters: 17, kernel: 3}
            - %s
            - {type: conv2d, filters: 16, kernel: 3}
            - {type: prelu}
            - {type: max_pool2d, kernel: 2}
            - {type: flatten}
            - {type: output, loss: mean_squared_error}
        """
        .formatted(layer);
  }

  /** Where channels lie in blocks. */
  @Test
  void slopesBetweenConvolutions() {
    assumeThat(OneDnn.obstacle()).isEmpty();
    List<String> keys =
        List.of(
            "slopes: per_channel",
            "slopes: per_number",
            "slopes: one",
            "shared_axes: [0]",
            "shared_axes: [1, 2]");
    for (String slopes : keys) {
      KernelKit.check(lab, lab.plan(network("{type: prelu, %s}".formatted(slopes))), 5);
    }
  }
}
