package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.config.bind.NumberArray;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.optimizer.Updater;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.schedule.Moment;
import dev.assay.testkit.Lab;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The causal transformer agrees with an independent implementation of its equations. */
class TransformerParityTest {

  private static final double TOLERANCE = 1e-9;

  private static final String EXPERIMENT =
      """
      assay: 1
      name: transformer
      dataset:
        type: inline
        symbols: 4
        classes: 4
        batch_size: full
        train:
          - {input: [0, 2, 1, 3, 0, 1, 2], target: [2, 2, 1]}
          - {input: [3, 0, 1, 2, 2, 1, 3], target: [3, 1, 1]}
      training: {epochs: 5, precision: double}
      optimizer: {type: adam, learning_rate: 0.01}
      architecture:
        layers:
          - {type: token_embedding, name: W_E, width: 6}
          - {type: position_embedding, name: W_P}
          - repeat: 2
            layers:
              - residual:
                  - {type: causal_attention, name: attention, head_size: 3, scaled: false, bias: false}
              - residual:
                  - {type: dense, name: W_1, units: 8, activation: relu, bias: false}
                  - {type: dense, name: W_2, units: 6, bias: false}
          - {type: output, name: W_U, loss: cross_entropy, bias: false}
      """;

  private final Lab lab = Lab.open();
  private final Plan plan = lab.plan(EXPERIMENT);
  private final Parity parity = Parity.read("transformer");
  private final Session session = lab.session(plan);

  /** Where each matrix of the reference lies, and whether it is written the other way round. */
  private record Place(String layer, String parameter, boolean transposed) {}

  private final Map<String, Place> places = places();

  private static Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    places.put("W_E", new Place("W_E", "weight", true));
    places.put("W_P", new Place("W_P", "weight", true));
    places.put("W_U", new Place("W_U", "weight", false));
    for (int i = 0; i < 2; i++) {
      String attention = "attention_" + (i + 1);
      // The reference lets step i answer for step j where it says z' W_Q' W_K z, so its W_Q is what
      // the paper, and this layer, call W_K.
      places.put("layer" + i + ".W_Q", new Place(attention, "W_K", true));
      places.put("layer" + i + ".W_K", new Place(attention, "W_Q", true));
      places.put("layer" + i + ".W_V", new Place(attention, "W_V", true));
      places.put("layer" + i + ".W_O", new Place(attention, "W_O", false));
      places.put("layer" + i + ".W_1", new Place("W_1_" + (i + 1), "weight", true));
      places.put("layer" + i + ".W_2", new Place("W_2_" + (i + 1), "weight", false));
    }
    return places;
  }

  @BeforeEach
  void setWeights() {
    places.forEach(
        (name, place) -> {
          Parameter parameter = parameter(place);
          session
              .parameters()
              .set(
                  layer(place),
                  parameter,
                  new NumberArray(parameter.shape(), reference(place, "weights", name)));
        });
  }

  @AfterEach
  void close() {
    session.close();
  }

  private PlannedLayer layer(Place place) {
    return plan.network().layer(place.layer()).orElseThrow();
  }

  private Parameter parameter(Place place) {
    return layer(place).parameters().stream()
        .filter(p -> p.name().equals(place.parameter()))
        .findFirst()
        .orElseThrow();
  }

  private double[] reference(Place place, String... path) {
    return place.transposed() ? parity.transposed(path) : parity.numbers(path);
  }

  private Batch batch() {
    return lab.batch(plan, "train", 2);
  }

  @Test
  void everyWeightOfTheReferenceHasAPlace() {
    assertThat(plan.network().parameters())
        .isEqualTo(
            places.entrySet().stream()
                .mapToLong(e -> reference(e.getValue(), "weights", e.getKey()).length)
                .sum());
  }

  @Test
  void outputsAgree() {
    Values said = Lab.said(session, batch(), "W_U.loss");
    double[] expected = parity.numbers("output"); // [batch, symbol, step]
    double[] actual = new double[expected.length];
    for (int row = 0; row < 2; row++) {
      for (int step = 0; step < 7; step++) {
        for (int symbol = 0; symbol < 4; symbol++) {
          actual[(row * 4 + symbol) * 7 + step] = said.get((row * 7 + step) * 4 + symbol);
        }
      }
    }
    Parity.assertClose("output", actual, expected, TOLERANCE);
  }

  @Test
  void lossAndGradientsAgree() {
    double loss = session.executable().step(batch());
    assertThat(loss).isCloseTo(parity.number("loss"), within(TOLERANCE));
    places.forEach(
        (name, place) ->
            Parity.assertClose(
                "gradient of " + name,
                session.parameters().gradient(layer(place), parameter(place)).values(),
                reference(place, "gradients", name),
                TOLERANCE));
  }

  @Test
  void fiveStepsOfAdamAgree() {
    Updater updater =
        new Updater(
            Objects.requireNonNull(plan.experiment().optimizer()),
            session.executable().parameters());
    double[] losses = parity.numbers("adam", "loss_before_each_step");
    for (int step = 0; step < 5; step++) {
      assertThat(session.executable().step(batch())).isCloseTo(losses[step], within(TOLERANCE));
      updater.step(session.executable(), new Moment(step, 5, 1));
    }
    places.forEach(
        (name, place) ->
            Parity.assertClose(
                name + " after five steps",
                session.parameters().value(layer(place), parameter(place)).values(),
                reference(place, "adam", "weights_after_5_steps", name),
                TOLERANCE));
  }
}
