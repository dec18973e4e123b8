package dev.assay.standard.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.testkit.Lab;
import org.junit.jupiter.api.Test;

/** Recurrent layers with norms, by hand and beside PyTorch. */
class SimpleRnnTest {

  private final Lab lab = Lab.open();

  private double[] said(String layer, String weights, String input) {
    return lab.said(
        "{name: it, type: simple_rnn, layer_norm: true, " + layer + "}", weights, input);
  }

  /**
   * Of two numbers that lie far apart, the norm makes 1 and -1, whichever they are. The first state
   * is {@code g_W (1, -1) + b}, since there is nothing to be recalled; it is (3, -1), which R turns
   * around, so that the second one is {@code g_W (-1, 1) + g_R (-1, 1) + b}.
   */
  @Test
  void whatIsReadAndWhatIsRecalledAreNormalisedApart() {
    String weights =
        "{W: [[1000, -1000]], R: [[0, 1000], [1000, 0]], g_W: [2, 2], g_R: [10, 20], b: [1, 1]}";
    assertThat(said("units: 2, activation: identity", weights, "[[1], [-3]]"))
        .containsExactly(new double[] {3, -1, -11, 23}, within(1e-8));
  }

  /** {@code tanh(layer_norm(x @ W, g_W, b) + layer_norm(h @ R, g_R))} of PyTorch 2.15. */
  @Test
  void itIsThatOfPyTorch() {
    String weights =
        """
        {W: [[-1.44, 0.98, 0.52], [1.24, -0.86, 0.3]],
         R: [[0.42, -0.08, 0.93], [0.82, 0.5, -0.16], [-0.68, -1.06, 0.75]],
         b: [0.24, -0.39, 0.15], g_W: [-1.18, 0.53, -1.45], g_R: [-0.63, 0.15, -0.25]}""";
    double[] expected = {
      0.956291504818317, 0.046874929934659616, -0.601368892735428,
      0.6938705236234605, 0.22303159194420558, 0.40128328020709303,
      0.935779168369724, 0.09776178645212819, -0.07712184316046786,
      -0.7666356598605287, -0.8670345508047302, -0.6413360170823885
    };
    String input = "[[0.8, 0.17], [0.09, -0.61], [0.05, -1.37], [0.34, 1.01]]";
    assertThat(said("units: 3", weights.replace("\n", " "), input))
        .containsExactly(expected, within(1e-12));
  }
}
