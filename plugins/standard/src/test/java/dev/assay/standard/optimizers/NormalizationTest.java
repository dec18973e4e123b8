package dev.assay.standard.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.training.Watcher;
import dev.assay.testkit.Lab;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Two steps by gradients that are limited or normalised, as DL4J makes them. */
class NormalizationTest {

  private static final double[][] INPUT = {{0.3, -0.7, 1.1}, {-0.4, 0.9, 0.2}};
  private static final double[][] TARGET = {{2.5}, {-3.2}};
  private static final double[][] FIRST = {{0.2, -0.4}, {0.7, 0.1}, {-0.3, 0.5}};
  private static final double[][] LAST = {{0.6}, {-0.8}};

  private final Lab lab = Lab.open();

  private List<Double> ours(String keys, String precision) {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: normalization
            dataset:
              type: inline
              batch_size: full
              train:
                - {input: [0.3, -0.7, 1.1], target: [2.5]}
                - {input: [-0.4, 0.9, 0.2], target: [-3.2]}
            architecture:
              layers:
                - {name: first, type: dense, units: 2, activation: tanh}
                - {name: last, type: dense, units: 1}
                - {type: loss, loss: mean_squared_error}
            weights:
              first: {weight: [[0.2, -0.4], [0.7, 0.1], [-0.3, 0.5]], bias: [0.05, -0.1]}
              last: {weight: [[0.6], [-0.8]], bias: [0.1]}
            training: {epochs: 2, precision: %s}
            optimizer: {type: sgd, learning_rate: 0.1, %s}
            """
                .formatted(precision, keys));
    List<Double> all = new ArrayList<>();
    try (Session session = lab.session(plan)) {
      session.train(new Watcher() {}, () -> false);
      for (String name : List.of("first", "last")) {
        PlannedLayer layer = plan.network().layer(name).orElseThrow();
        for (Parameter parameter : layer.parameters()) {
          for (double number : session.parameters().value(layer, parameter).values()) {
            all.add(number);
          }
        }
      }
    }
    return all;
  }

  private static List<Double> theirs(GradientNormalization form, double threshold) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.1))
                .gradientNormalization(form)
                .gradientNormalizationThreshold(threshold)
                .list()
                .layer(new DenseLayer.Builder().nIn(3).nOut(2).activation(Activation.TANH).build())
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(2)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    network.init();
    network.setParam("0_W", Nd4j.create(FIRST));
    network.setParam("0_b", Nd4j.create(new double[][] {{0.05, -0.1}}));
    network.setParam("1_W", Nd4j.create(LAST));
    network.setParam("1_b", Nd4j.create(new double[][] {{0.1}}));
    for (int step = 0; step < 2; step++) {
      network.fit(Nd4j.create(INPUT), Nd4j.create(TARGET));
    }
    List<Double> all = new ArrayList<>();
    for (String name : List.of("0_W", "0_b", "1_W", "1_b")) {
      for (double number : Nd4j.toFlattened('c', network.getParam(name)).toDoubleVector()) {
        all.add(number);
      }
    }
    return all;
  }

  /** PyTorch's millionth, which is added to a norm that limits, makes the small difference. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clip: {norm: 1.5, per: layer} | ClipL2PerLayer | 1.5",
        "clip: {norm: 1.5} | ClipL2PerParamType | 1.5",
        "clip: {value: 0.8} | ClipElementWiseAbsoluteValue | 0.8",
        "normalize: {per: layer} | RenormalizeL2PerLayer | 1",
        "normalize: {} | RenormalizeL2PerParamType | 1",
        "groups: [] | None | 1",
      })
  void twoStepsAgreeWithDl4j(String keys, GradientNormalization form, double threshold) {
    List<Double> expected = theirs(form, threshold);
    assertThat(expected).hasSize(11);
    for (String precision : List.of("double", "float")) {
      List<Double> actual = ours(keys, precision);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(actual.get(i)).as(precision + i).isCloseTo(expected.get(i), within(1e-6));
      }
      assertThat(actual).hasSameSizeAs(expected);
    }
  }
}
