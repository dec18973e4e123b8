package dev.assay.standard.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.testkit.Lab;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Functions that LSTMs and GRUs are not known for, by hand and beside DL4J's LSTM. */
class GateFunctionsTest {

  private static final int FEATURES = 2;
  private static final int UNITS = 3;
  private static final int STEPS = 4;

  private final Lab lab = Lab.open();
  private final Random random = new Random(5);

  private double[] said(String layer, String weights, String input) {
    return lab.said("{name: it, " + layer + "}", "{" + weights + "}", input);
  }

  /**
   * Without functions, and x the sum of all gates: c = 2 2, h = 2 4. Then g sees 10 times the
   * state, too: g = 1 + 80, c = 1 4 + 1 81, h = 1 85.
   */
  @Test
  void lstmByHand() {
    String weights =
        "W_g: [[1]], W_f: [[1]], W_o: [[1]], W_i: [[1]], R_g: [[10]], R_f: [[0]], R_o: [[0]],"
            + " R_i: [[0]], b_f: [0]";
    String layer = "type: lstm, units: 1, activation: identity, gate_activation: identity";
    assertThat(said(layer, weights, "[[2], [1]]")).containsExactly(8, 85);
  }

  /**
   * Without functions, and x the sum of both gates: n = 2, h = (1 - 2) 2. Then n sees 10 times the
   * state, too: n = 3 + 3 (-20), h = (1 - 3) (-57) + 3 (-2).
   */
  @Test
  void gruByHand() {
    String weights = "W_r: [[1]], W_z: [[1]], W_n: [[1]], R_r: [[0]], R_z: [[0]], R_n: [[10]]";
    String layer = "type: gru, units: 1, activation: identity, gate_activation: identity";
    assertThat(said(layer, weights, "[[2], [3]]")).containsExactly(-2, 108);
  }

  @ParameterizedTest
  @CsvSource({
    "softsign, SOFTSIGN, sigmoid, SIGMOID",
    "relu, RELU, hard_tanh, HARDTANH",
    "tanh, TANH, softplus, SOFTPLUS",
    "cube, CUBE, tanh, TANH",
    "tanh, TANH, sigmoid, SIGMOID"
  })
  void itIsThatOfDl4j(String function, Activation its, String gate, Activation gates) {
    Map<String, double[][]> weights = new LinkedHashMap<>();
    for (String name : List.of("g", "f", "o", "i")) {
      weights.put("W_" + name, numbers(FEATURES, UNITS));
      weights.put("R_" + name, numbers(UNITS, UNITS));
      weights.put("b_" + name, numbers(1, UNITS));
    }
    double[][] input = numbers(STEPS, FEATURES);
    String layer =
        "type: lstm, units: 3, activation: %s, gate_activation: %s".formatted(function, gate);
    String written =
        weights.entrySet().stream()
            .map(array -> array.getKey() + ": " + text(array.getKey(), array.getValue()))
            .collect(Collectors.joining(", "));
    assertThat(said(layer, written, Arrays.deepToString(input)))
        .containsExactly(expected(weights, input, its, gates), within(1e-12));
  }

  /** Biases are vectors. */
  private static String text(String name, double[][] numbers) {
    return name.startsWith("b") ? Arrays.toString(numbers[0]) : Arrays.deepToString(numbers);
  }

  private double[][] numbers(int rows, int columns) {
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      Arrays.setAll(row, i -> random.nextGaussian() / 2);
    }
    return numbers;
  }

  private static double[] expected(
      Map<String, double[][]> weights, double[][] input, Activation its, Activation gates) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(
                    new LSTM.Builder()
                        .nIn(FEATURES)
                        .nOut(UNITS)
                        .activation(its)
                        .gateActivationFunction(gates)
                        .dataFormat(RNNFormat.NWC)
                        .build())
                .build());
    network.init();
    network.setParam("0_W", besides("W_", weights));
    network.setParam("0_RW", besides("R_", weights));
    network.setParam("0_b", besides("b_", weights));
    INDArray given = Nd4j.create(new double[][][] {input});
    return network.feedForward(given).get(1).dup('c').data().asDouble();
  }

  private static INDArray besides(String array, Map<String, double[][]> weights) {
    return Nd4j.hstack(
        List.of("g", "f", "o", "i").stream()
            .map(gate -> Nd4j.create(weights.get(array + gate)))
            .toArray(INDArray[]::new));
  }
}
