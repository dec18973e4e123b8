package dev.assay.standard.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Vertex.Source;
import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.training.Watcher;
import dev.assay.standard.noise.Noise.Drawn;
import dev.assay.standard.schedules.Constant;
import dev.assay.testkit.Lab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NoiseTest {

  private static final int MANY = 200_000;
  private static final Chance CHANCE = Chance.of(7, 3, 1);

  private final Lab lab = Lab.open();

  /** What becomes of many numbers. */
  private static double[] after(Noise layer, Shape shape, double... numbers) {
    Drawn drawn = new Drawn(new double[numbers.length], new double[numbers.length]);
    layer.draw(CHANCE, new Moment(0, 1, 1), shape, 0, drawn);
    double[] after = new double[numbers.length];
    for (int i = 0; i < after.length; i++) {
      after[i] = drawn.factors()[i] * numbers[i] + drawn.shifts()[i];
    }
    return after;
  }

  private static double[] twos() {
    double[] numbers = new double[MANY];
    Arrays.fill(numbers, 2);
    return numbers;
  }

  /** Within four deviations of the mean, and 3 % of the variance. */
  private static void assertSpread(double[] numbers, double mean, double variance) {
    double actual = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(n -> (n - actual) * (n - actual)).sum();
    assertThat(actual).isCloseTo(mean, within(4 * Math.sqrt(variance / MANY)));
    assertThat(squares / MANY).isCloseTo(variance, within(0.03 * variance));
  }

  /** Of 2 in a quarter of the places: 0, or 2 / 0.75; variance 4 rate / (1 - rate). */
  @Test
  void expectedValuesStay() {
    Shape shape = Shape.of(MANY);
    assertSpread(after(new Dropout(new Constant(0.25)), shape, twos()), 2, 4 / 3.0);
    assertSpread(after(new GaussianDropout(new Constant(0.25)), shape, twos()), 2, 4 / 3.0);
    assertSpread(after(new GaussianNoise(new Constant(0.5)), shape, twos()), 2, 0.25);
  }

  /** Numbers of mean 0 and variance 1 still have them. */
  @Test
  void alphaDropoutKeepsMeanAndVariance() {
    double[] normal = new double[MANY];
    for (int i = 0; i < MANY; i++) {
      normal[i] = Chance.of(1, 1, 1).normal(i);
    }
    assertSpread(normal, 0, 1);
    assertSpread(after(new AlphaDropout(new Constant(0.3)), Shape.of(MANY), normal), 0, 1);
  }

  @Test
  void spatialDropoutDropsChannelsAsAWhole() {
    double[] image = after(new SpatialDropout(new Constant(0.5)), Shape.of(400, 5, 100), twos());
    int dropped = 0;
    for (int channel = 0; channel < 400; channel++) {
      double[] one = Arrays.copyOfRange(image, channel * 500, (channel + 1) * 500);
      assertThat(Arrays.stream(one).distinct().toArray()).hasSize(1);
      dropped += one[0] == 0 ? 1 : 0;
    }
    assertThat(dropped).isBetween(160, 240);
    double[] sequence = after(new SpatialDropout(new Constant(0.5)), Shape.of(500, 400), twos());
    for (int i = 400; i < MANY; i++) {
      assertThat(sequence[i]).isEqualTo(sequence[i - 400]);
    }
    assertThat(Arrays.stream(sequence).distinct().sorted().toArray()).containsExactly(0, 4);
  }

  private static Operation fresh(Noise layer) {
    return new NoiseOperation(layer, Shape.of(4, 3), new Source(5, 2));
  }

  private static final Operation.Parameters NONE =
      new Operation.Parameters() {
        @Override
        public INDArray value(String key) {
          throw new IllegalArgumentException(key);
        }

        @Override
        public INDArray gradient(String key) {
          throw new IllegalArgumentException(key);
        }
      };

  /** A new operation draws what the first one drew in its first step. */
  @Test
  void derivativesAreThoseOfTheSameDraw() {
    for (Noise layer :
        new Noise[] {
          new Dropout(new Constant(0.4)),
          new SpatialDropout(new Constant(0.4)),
          new AlphaDropout(new Constant(0.4)),
          new GaussianDropout(new Constant(0.4)),
          new GaussianNoise(new Constant(0.4))
        }) {
      INDArray x = Nd4j.create(numbers(24), new long[] {2, 4, 3}, 'c');
      Operation operation = fresh(layer);
      operation.forward(x, NONE, true);
      INDArray derivative = operation.backward(Nd4j.onesLike(x), NONE);
      for (int i = 0; i < 24; i++) {
        INDArray more = x.dup('c');
        more.reshape(24).putScalar(i, x.reshape(24).getDouble(i) + 1e-4);
        double slope =
            fresh(layer)
                    .forward(more, NONE, true)
                    .sub(fresh(layer).forward(x, NONE, true))
                    .sumNumber()
                    .doubleValue()
                / 1e-4;
        assertThat(derivative.reshape(24).getDouble(i)).isCloseTo(slope, within(1e-7));
      }
      assertThat(operation.forward(x, NONE, false)).as("when it is used").isEqualTo(x);
    }
  }

  private static double[] numbers(int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = CHANCE.normal(1000 + i);
    }
    return numbers;
  }

  private Plan plan(String noise) {
    return lab.plan(
        """
        assay: 1
        name: noise
        seed: 3
        dataset: {type: kit_samples, input: [6, 4], symbols: 0, more: [], target: [30]}
        training: {epochs: 0, precision: float}
        architecture:
          layers:
            - {type: dense, units: 5, activation: tanh}
            - {name: noise, %s}
            - {type: dense, units: 5}
            - {type: flatten}
            - {type: loss, loss: mean_squared_error}
        """
            .formatted(noise));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: dropout, rate: 0.4",
        "type: spatial_dropout, rate: 0.4",
        "type: alpha_dropout, rate: 0.4",
        "type: gaussian_dropout, rate: 0.4",
        "type: gaussian_noise, deviation: 0.4",
        "type: randomized_relu, lower: -1"
      })
  void everyoneDrawsTheSame(String noise) {
    assumeThat(OneDnn.obstacle()).as("oneDNN on this machine").isEmpty();
    Plan plan = plan(noise);
    Batch batch = lab.batch(plan, "train", 5);
    for (int threads = 1; threads <= 3; threads++) {
      try (Session session = lab.session(plan);
          CompiledExecutable compiled = session.compiled(threads)) {
        double[] before = new double[0];
        for (int step = 0; step < 2; step++) {
          double loss = session.plain().step(batch);
          double[] expected = session.plain().gradient().toArray();
          assertThat(compiled.step(batch)).isCloseTo(loss, within(1e-5));
          assertThat(compiled.gradient().toArray()).containsExactly(expected, within(1e-5));
          assertThat(expected).as("another step draws anew").isNotEqualTo(before);
          before = expected;
        }
        assertThat(compiled.slowLayers()).isEmpty();
      }
    }
  }

  /** Nothing is disturbed at first, and ever more; both draw by the rate of the moment. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: dropout, rate: {type: linear, from: 0, to: 0.8}",
        "type: spatial_dropout, rate: {type: linear, from: 0, to: 0.8}",
        "type: alpha_dropout, rate: {type: linear, from: 0, to: 0.8}",
        "type: gaussian_dropout, rate: {type: linear, from: 0, to: 0.8}",
        "type: gaussian_noise, deviation: {type: linear, from: 0, to: 0.8}"
      })
  void aRateMayChange(String noise) {
    assumeThat(OneDnn.obstacle()).as("oneDNN on this machine").isEmpty();
    Plan plan = plan(noise);
    Batch batch = lab.batch(plan, "train", 5);
    double still;
    try (Session session = lab.session(plan("type: dropout, rate: 0"))) {
      still = session.plain().step(batch);
    }
    for (int threads = 1; threads <= 2; threads++) {
      try (Session session = lab.session(plan);
          CompiledExecutable compiled = session.compiled(threads)) {
        for (int step = 0; step < 2; step++) {
          Moment moment = new Moment(5L * step, 10, 1);
          double loss = session.plain().step(batch, moment);
          assertThat(compiled.step(batch, moment)).isCloseTo(loss, within(1e-5));
          assertThat(Math.abs(loss - still) < 1e-6).as("still").isEqualTo(step == 0);
        }
      }
    }
  }

  /** A quarter of the way from 0 to 0.8 in the second of four steps, three quarters in the last. */
  @Test
  void aRateThatChangesIsLogged() {
    Plan plan =
        lab.plan(
            """
            assay: 1
            name: noise
            dataset: {type: inline, batch_size: 1, train: [{input: [1], target: [0]}]}
            architecture:
              layers:
                - {name: drop, type: dropout, rate: {type: linear, from: 0, to: 0.8}}
                - {type: dropout, rate: 0.1}
                - {type: dense, units: 1, weight_noise: {type: drop_connect,
                    rate: {type: piecewise, values: [0, 0.5], at: [1]}}}
                - {type: loss, loss: mean_squared_error}
            optimizer: {type: momentum, learning_rate: 0.1, momentum: {type: warmup, to: 0.5,
              steps: 5}}
            training: {steps: 4, steps_per_epoch: 2}
            """);
    List<Map<String, Double>> epochs = new ArrayList<>();
    try (Session session = lab.session(plan)) {
      session.train(
          new Watcher() {
            @Override
            public void epochEnded(int epoch, Map<String, Double> metrics) {
              epochs.add(metrics);
            }
          },
          () -> false);
    }
    assertThat(logged(epochs, "train/drop/rate")).containsExactly(0.2, 0.6000000000000001);
    assertThat(logged(epochs, "train/dense_1/weight_noise/rate")).containsExactly(0.0, 0.5);
    assertThat(logged(epochs, "train/momentum")).containsExactly(0.2, 0.4);
    assertThat(logged(epochs, "train/learning_rate")).containsExactly(0.1, 0.1);
    assertThat(plan.metrics())
        .containsAll(epochs.get(0).keySet())
        .doesNotContain("train/dropout_1/rate");
  }

  private static List<Double> logged(List<Map<String, Double>> epochs, String name) {
    return epochs.stream().map(epoch -> epoch.getOrDefault(name, Double.NaN)).toList();
  }
}
