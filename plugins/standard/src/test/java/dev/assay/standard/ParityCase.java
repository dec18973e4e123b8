package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.config.bind.NumberArray;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.optimizer.Updater;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.run.Session;
import dev.assay.engine.schedule.Moment;
import dev.assay.testkit.Lab;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A network of ours beside the figures of an independent implementation: same weights, same batch.
 */
final class ParityCase {

  private static final double TOLERANCE = 1e-9;
  private static final double SINGLE_TOLERANCE = 1e-4;

  /**
   * Where a parameter of ours stands in the reference.
   *
   * @param columns the first and the number of the reference's columns; empty for all of them
   */
  record Place(String layer, String parameter, String reference, List<Integer> columns) {

    static Place of(String layer, String parameter, String reference) {
      return new Place(layer, parameter, reference, List.of());
    }

    private double[] cut(double[] numbers, int width) {
      if (columns.isEmpty()) {
        return numbers;
      }
      int count = columns.get(1);
      double[] cut = new double[numbers.length / width * count];
      for (int i = 0; i < cut.length; i++) {
        cut[i] = numbers[i / count * width + columns.get(0) + i % count];
      }
      return cut;
    }
  }

  private final Parity parity;
  private final List<Place> places;
  private final String output;
  private final Lab lab = Lab.open();
  private final Plan plan;
  private final Plan single;

  /**
   * A case.
   *
   * @param figures the reference's file
   * @param dataset keys of the inline dataset beside its samples
   * @param architecture the layers
   * @param output the layer whose output is that of the reference
   */
  ParityCase(
      String figures, String dataset, String architecture, String output, List<Place> places) {
    this.parity = Parity.read(figures);
    this.places = places;
    this.output = output;
    String yaml =
        """
        assay: 1
        name: parity
        dataset: {type: inline, batch_size: full, train: [%s]%s}
        training: {epochs: 5, precision: double}
        optimizer: {type: adam, learning_rate: 0.01}
        architecture:
        %s"""
            .formatted(samples(), dataset, architecture.indent(2));
    this.plan = lab.plan(yaml);
    this.single = lab.plan(yaml.replace("precision: double", "precision: float"));
  }

  private String samples() {
    StringBuilder samples = new StringBuilder();
    for (int i = 0; i < parity.figures().get("input").size(); i++) {
      samples
          .append(i == 0 ? "" : ", ")
          .append("{input: ")
          .append(parity.figures().get("input").get(i))
          .append(", target: ")
          .append(parity.figures().get("target").get(i))
          .append('}');
    }
    return samples.toString();
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        DynamicTest.dynamicTest("every weight has a place", this::everyWeightHasAPlace),
        DynamicTest.dynamicTest("outputs agree", () -> with(plan, this::outputsAgree)),
        DynamicTest.dynamicTest("loss and gradients agree", () -> with(plan, this::gradientsAgree)),
        DynamicTest.dynamicTest(
            "five steps of Adam agree", () -> with(plan, s -> stepsAgree(s, TOLERANCE))),
        DynamicTest.dynamicTest(
            "compiled, outputs agree", () -> with(single, this::compiledOutputsAgree)),
        DynamicTest.dynamicTest(
            "compiled, gradients agree", () -> with(single, this::compiledGradientsAgree)),
        DynamicTest.dynamicTest(
            "compiled, five steps of Adam agree",
            () -> with(single, s -> stepsAgree(s, SINGLE_TOLERANCE))));
  }

  private interface Check {
    void of(Session session);
  }

  private void with(Plan planned, Check check) {
    try (Session session = lab.session(planned)) {
      for (Place place : places) {
        Parameter parameter = parameter(place);
        session
            .parameters()
            .set(
                layer(place),
                parameter,
                new NumberArray(parameter.shape(), numbers(place, "weights")));
      }
      check.of(session);
    }
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

  private double[] numbers(Place place, String... path) {
    String[] whole =
        Stream.concat(Stream.of(path), Stream.of(place.reference())).toArray(String[]::new);
    double[] numbers = parity.numbers(whole);
    List<Integer> shape = parameter(place).shape();
    int rows = shape.size() == 1 ? 1 : shape.get(0);
    return place.cut(numbers, numbers.length / rows);
  }

  private Batch batch() {
    return batch(plan);
  }

  private Batch batch(Plan planned) {
    return lab.batch(planned, "train", planned.batchSize());
  }

  private void everyWeightHasAPlace() {
    assertThat(places.stream().mapToLong(place -> numbers(place, "weights").length).sum())
        .isEqualTo(plan.network().parameters());
  }

  private void outputsAgree(Session session) {
    Parity.assertClose(
        "output",
        Lab.said(session, batch(), output).doubles(),
        parity.numbers("output"),
        TOLERANCE);
  }

  private void gradientsAgree(Session session) {
    double loss = session.executable().step(batch());
    assertThat(loss).isCloseTo(parity.number("loss"), within(TOLERANCE));
    for (Place place : places) {
      Parity.assertClose(
          "gradient of " + place,
          session.parameters().gradient(layer(place), parameter(place)).values(),
          numbers(place, "gradients"),
          TOLERANCE);
    }
  }

  private void compiledOutputsAgree(Session session) {
    Parity.assertClose(
        "output",
        Lab.said(session, batch(single), output).all(),
        parity.numbers("output"),
        SINGLE_TOLERANCE);
    session
        .executable()
        .forward(batch(single))
        .forEach(
            (name, said) ->
                assertThat(said.loss().mean())
                    .isCloseTo(parity.number("loss"), within(SINGLE_TOLERANCE)));
  }

  /** In the same order as those of double precision, which have been compared one by one. */
  private void compiledGradientsAgree(Session session) {
    session.executable().step(batch(single));
    double[] gradient = session.executable().gradient().toArray();
    with(
        plan,
        exact -> {
          exact.executable().step(batch());
          double[] expected = exact.executable().gradient().toArray();
          Parity.assertClose("gradient", gradient, expected, SINGLE_TOLERANCE);
        });
  }

  private void stepsAgree(Session session, double tolerance) {
    Updater updater =
        new Updater(
            Objects.requireNonNull(plan.experiment().optimizer()),
            session.executable().parameters());
    Batch batch = batch(tolerance == TOLERANCE ? plan : single);
    for (double loss : parity.numbers("adam", "loss_before_each_step")) {
      assertThat(session.executable().step(batch)).isCloseTo(loss, within(tolerance));
      updater.step(session.executable(), new Moment(0, 5, 1));
    }
    for (Place place : places) {
      if (tolerance == TOLERANCE || learns(place)) {
        Parity.assertClose(
            place + " after five steps",
            session.parameters().value(layer(place), parameter(place)).values(),
            numbers(place, "adam", "weights_after_5_steps"),
            tolerance);
      }
    }
  }

  /**
   * Whether a parameter has a gradient beside what rounding leaves, which Adam makes as large as
   * any other: attention does not change with the bias of its keys.
   */
  private boolean learns(Place place) {
    return DoubleStream.of(numbers(place, "gradients")).anyMatch(g -> Math.abs(g) > 1e-12);
  }
}
