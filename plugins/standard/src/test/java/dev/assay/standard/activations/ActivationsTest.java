package dev.assay.standard.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.plugin.Registry;
import dev.assay.engine.shape.Shape;
import dev.assay.testkit.LayerKit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.factory.Nd4j;

/** Functions by their formulas at a few places, and as what a layer ends with. */
class ActivationsTest {

  @TestFactory
  Stream<DynamicTest> conform() {
    return Stream.of(
            "{type: leaky_relu, slope: 0.2}",
            "{type: elu, alpha: 0.5}",
            "softplus",
            "silu",
            "mish",
            "hard_tanh",
            "relu6",
            "hard_swish",
            "hard_sigmoid",
            "softsign",
            "exponential",
            "cube",
            "rational_tanh",
            "rectified_tanh",
            "thresholded_relu",
            "{type: thresholded_relu, theta: 0.1}",
            "selu")
        .flatMap(
            function ->
                LayerKit.tests(
                    "{type: dense, units: 5, activation: " + function + "}", Shape.of(7)));
  }

  /** Functions that oneDNN does not have as one, in all places where a function may stand. */
  @TestFactory
  Stream<DynamicTest> conformEverywhere() {
    Shape image = Shape.of(3, 5, 4);
    return Stream.of(
            "hard_sigmoid",
            "softsign",
            "selu",
            "cube",
            "rational_tanh",
            "rectified_tanh",
            "{type: thresholded_relu, theta: 0.2}")
        .flatMap(
            function ->
                Stream.of(
                        LayerKit.tests("{type: activation, activation: " + function + "}", image),
                        LayerKit.tests(
                            "{type: conv2d, filters: 5, kernel: 3, activation: " + function + "}",
                            image),
                        LayerKit.tests(
                            "{type: simple_rnn, units: 3, activation: " + function + "}",
                            Shape.of(4, 2)))
                    .flatMap(tests -> tests));
  }

  /** What a plan says of memory is what kernels keep. */
  @Test
  void anActivationTellsWhetherItsInputIsKept() {
    Registry registry = Registry.of(ActivationsTest.class.getClassLoader());
    List<Activation> all =
        List.of(
            new Cube(),
            new Elu(1),
            new Exp(),
            new Gelu(Gelu.Form.EXACT),
            new Gelu(Gelu.Form.TANH),
            new HardSigmoid(),
            new HardSwish(),
            new HardTanh(),
            new LeakyRelu(0.1),
            new Mish(),
            new RationalTanh(),
            new RectifiedTanh(),
            new Relu(),
            new Relu6(),
            new Selu(),
            new Sigmoid(),
            new Silu(),
            new Softplus(),
            new Softsign(),
            new Tanh(),
            new ThresholdedRelu(1));
    assertThat(registry.names(Activation.class))
        .hasSize(
            (int) all.stream().map(Object::getClass).distinct().count() + 2); // identity, softmax
    for (Activation activation : all) {
      assertThat(registry.of(activation).orElseThrow().forgetsItsInput())
          .as("%s", activation)
          .isNotEqualTo(activation.derivedFromInput());
    }
  }

  private static void assertCurve(Activation activation, double... expected) {
    double[] places = {-4, -1, 0, 2, 8};
    double[] said =
        activation.function().getActivation(Nd4j.create(places), false).toDoubleVector();
    assertThat(said).containsExactly(expected, within(1e-6));
  }

  /** At 1.5, where u is 1 and p(u) 4.41645; and it is near what it stands for. */
  @Test
  void rationalTanh() {
    double[] said =
        new RationalTanh()
            .function()
            .getActivation(Nd4j.create(new double[] {-1.5, 0, 1.5}), false)
            .toDoubleVector();
    double expected = 1.7159 * (1 - 1 / 4.41645);
    assertThat(said).containsExactly(new double[] {-expected, 0, expected}, within(1e-12));
    for (double x = -9; x < 9; x += 0.1) {
      assertThat(RationalTanh.at(x)).isCloseTo(1.7159 * Math.tanh(2 * x / 3), within(0.03));
    }
  }

  @Test
  void curves() {
    assertCurve(new LeakyRelu(0.1), -0.4, -0.1, 0, 2, 8);
    assertCurve(new Elu(2), -1.963369, -1.264241, 0, 2, 8);
    assertCurve(new Selu(), -1.725899, -1.111331, 0, 2.101402, 8.405608);
    assertCurve(new Softplus(), 0.018150, 0.313262, 0.693147, 2.126928, 8.000335);
    assertCurve(new Softsign(), -0.8, -0.5, 0, 2.0 / 3, 8.0 / 9);
    assertCurve(new Silu(), -0.071945, -0.268941, 0, 1.761594, 7.997317);
    assertCurve(new Mish(), -0.072592, -0.303401, 0, 1.943959, 7.999998);
    assertCurve(new HardTanh(), -1, -1, 0, 1, 1);
    assertCurve(new Relu6(), 0, 0, 0, 2, 6);
    assertCurve(new HardSwish(), 0, -1.0 / 3, 0, 5.0 / 3, 8);
    assertCurve(new Exp(), 0.018315639, 0.367879441, 1, 7.389056099, 2980.957987042);
    assertCurve(new Cube(), -64, -1, 0, 8, 512);
    assertCurve(new RectifiedTanh(), 0, 0, 0, 0.964028, 1);
    assertCurve(new ThresholdedRelu(1), 0, 0, 0, 2, 8);
    assertCurve(new ThresholdedRelu(2), 0, 0, 0, 0, 8);
    assertCurve(new HardSigmoid(), 0, 1.0 / 3, 0.5, 5.0 / 6, 1);
  }
}
