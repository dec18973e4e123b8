package dev.assay.standard.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.architecture.Chance;
import dev.assay.engine.architecture.WeightNoise;
import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.training.NoisyWeights;
import dev.assay.engine.training.NoisyWeights.Region;
import dev.assay.engine.training.Watcher;
import dev.assay.standard.schedules.Constant;
import dev.assay.testkit.Lab;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A dense layer of 3 inputs and 5 units, whose 15 weights are disturbed, and one behind it. */
class WeightNoiseTest {

  private static final int WEIGHTS = 15;
  private static final int MANY = 200_000;

  private final Lab lab = Lab.open();

  static List<WeightNoise> noises() {
    return List.of(
        new DropConnect(new Constant(0.4)),
        new GaussianWeights(new Constant(0.3), GaussianWeights.Form.ADDED),
        new GaussianWeights(new Constant(0.3), GaussianWeights.Form.MULTIPLIED));
  }

  private Plan plan(String precision, String keys) {
    return lab.plan(
        """
        assay: 1
        name: weight-noise
        seed: 3
        dataset: {type: kit_samples, input: [3], symbols: 0, more: [], target: [2], batch_size: 5}
        training: {epochs: 1, precision: %s}
        optimizer: {type: sgd, learning_rate: 1}
        architecture:
          layers:
            - {name: it, type: dense, units: 5, activation: tanh%s}
            - {name: behind, type: dense, units: 2}
            - {type: loss, loss: mean_squared_error}
        """
            .formatted(precision, keys));
  }

  private static NoisyWeights noisy(Executable network, WeightNoise noise) {
    return new NoisyWeights(network, List.of(new Region(noise, 0, WEIGHTS)), 3);
  }

  @ParameterizedTest
  @MethodSource("noises")
  void theGradientIsThatOfTheSameDraw(WeightNoise noise) {
    Plan plan = plan("double", "");
    Batch batch = lab.batch(plan, "train", 5);
    try (Session session = lab.session(plan)) {
      ParameterVector parameters = session.plain().parameters();
      double[] before = parameters.toArray();
      NoisyWeights network = noisy(session.plain(), noise);
      double loss = network.step(batch);
      double[] gradient = network.gradient().toArray();
      assertThat(parameters.toArray()).as("weights are what they were").isEqualTo(before);
      assertThat(loss).isNotEqualTo(session.plain().step(batch));
      for (int i = 0; i < before.length; i++) {
        double up = lossAt(session, noise, batch, i, before[i] + 1e-5);
        double down = lossAt(session, noise, batch, i, before[i] - 1e-5);
        parameters.write(i, new double[] {before[i]}, 1);
        assertThat(gradient[i]).isCloseTo((up - down) / 2e-5, within(1e-8));
      }
    }
  }

  /** A new network draws in its first step what the first one drew in its own. */
  private static double lossAt(
      Session session, WeightNoise noise, Batch batch, int index, double value) {
    session.plain().parameters().write(index, new double[] {value}, 1);
    return noisy(session.plain(), noise).step(batch);
  }

  @ParameterizedTest
  @MethodSource("noises")
  void everyoneDrawsTheSame(WeightNoise noise) {
    assumeThat(OneDnn.obstacle()).as("oneDNN on this machine").isEmpty();
    Plan plan = plan("float", "");
    Batch batch = lab.batch(plan, "train", 5);
    for (int threads = 1; threads <= 2; threads++) {
      try (Session session = lab.session(plan);
          CompiledExecutable compiled = session.compiled(threads)) {
        NoisyWeights slow = noisy(session.plain(), noise);
        NoisyWeights fast = noisy(compiled, noise);
        for (int step = 0; step < 2; step++) {
          assertThat(fast.step(batch)).isCloseTo(slow.step(batch), within(1e-6));
          assertThat(fast.gradient().toArray())
              .containsExactly(slow.gradient().toArray(), within(1e-6));
        }
      }
    }
  }

  /** Of weights of 2: expected value and variance. */
  @Test
  void expectedValuesStay() {
    assertSpread(new DropConnect(new Constant(0.25)), 4 / 3.0);
    assertSpread(new GaussianWeights(new Constant(0.3), GaussianWeights.Form.ADDED), 0.09);
    assertSpread(new GaussianWeights(new Constant(0.3), GaussianWeights.Form.MULTIPLIED), 0.36);
  }

  private static void assertSpread(WeightNoise noise, double variance) {
    double[] factors = new double[MANY];
    double[] numbers = new double[MANY];
    noise.draw(Chance.of(1, 2, 3), new Moment(0, 1, 1), 0, factors, numbers);
    Arrays.setAll(numbers, i -> numbers[i] + 2 * factors[i]);
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(n -> (n - mean) * (n - mean)).sum();
    assertThat(mean).isCloseTo(2, within(4 * Math.sqrt(variance / MANY)));
    assertThat(squares / MANY).isCloseTo(variance, within(0.03 * variance));
  }

  /** A dropped weight has no gradient, and stays. */
  @Test
  void whatIsDroppedDoesNotLearn() {
    for (String precision : List.of("double", "float")) {
      Plan plan = plan(precision, ", weight_noise: {type: drop_connect, rate: 0.5}");
      try (Session session = lab.session(plan)) {
        double[] before = session.executable().parameters().toArray();
        session.train(new Watcher() {}, () -> false);
        double[] after = session.executable().parameters().toArray();
        Chance chance = Chance.of(3, -1, 1);
        for (int i = 0; i < before.length; i++) {
          boolean drops = i < WEIGHTS && chance.happens(0.5, i);
          assertThat(after[i] == before[i]).as("parameter %d", i).isEqualTo(drops);
        }
      }
    }
  }
}
