package dev.assay.engine.run;

import dev.assay.config.bind.NumberArray;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Batches;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.expect.Condition;
import dev.assay.engine.expect.Expect;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.plugin.Registry;
import dev.assay.engine.training.Result;
import dev.assay.engine.training.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Runs an experiment for the sake of its {@code expect} block. */
public final class Expectations {

  private final Plan plan;
  private final Expect expect;
  private final Session session;
  private final Data data;
  private final List<Expectation> results = new ArrayList<>();

  private Expectations(Plan plan, Expect expect, Session session, Data data) {
    this.plan = plan;
    this.expect = expect;
    this.session = session;
    this.data = data;
  }

  /**
   * One thing that was expected.
   *
   * @param key where it stands below {@code expect}
   */
  public record Expectation(String key, String expected, String actual, boolean passed) {}

  /**
   * Compares what comes out with what is expected. Static expectations held when it was planned.
   */
  public static List<Expectation> check(Plan plan, Data data, Registry registry, Watcher watcher) {
    Expect expect = Objects.requireNonNull(plan.experiment().expect());
    try (Session session = new Session(plan, data, registry)) {
      Expectations expectations = new Expectations(plan, expect, session, data);
      expectations.fixed();
      expectations.computed();
      expectations.trained(watcher);
      return expectations.results;
    }
  }

  private void fixed() {
    if (expect.parameters() != null) {
      String expected = Long.toString(expect.parameters());
      add("parameters", expected, Long.toString(plan.network().parameters()), true);
    }
    expect
        .shapes()
        .forEach((name, shape) -> add("shapes." + name, shape.toString(), shape.toString(), true));
  }

  private void computed() {
    boolean forward = expect.output() != null || !expect.activations().isEmpty();
    if (!forward && expect.loss() == null && expect.gradients().isEmpty()) {
      return;
    }
    Batch batch = everything();
    Map<String, Values> said = session.plain().activations(batch);
    if (expect.output() != null) {
      String name = plan.network().outputs().get(0).name();
      compare("output", expect.output(), Objects.requireNonNull(said.get(name)));
    }
    expect
        .activations()
        .forEach(
            (name, values) ->
                compare("activations." + name, values, Objects.requireNonNull(said.get(name))));
    if (expect.loss() != null || !expect.gradients().isEmpty()) {
      double loss = session.plain().step(batch);
      if (expect.loss() != null) {
        compare("loss", new double[] {expect.loss()}, new double[] {loss});
      }
      gradients();
    }
  }

  /** All samples of the first split as one batch, in their order. */
  private Batch everything() {
    String split = plan.data().samples().keySet().iterator().next();
    DataSpec spec = plan.data();
    return Batches.inOrder(spec, data.split(split), spec.samples(split), plan.precision()).next();
  }

  private void gradients() {
    expect
        .gradients()
        .forEach(
            (layerName, values) -> {
              PlannedLayer layer = plan.network().layer(layerName).orElseThrow();
              for (Parameter parameter : layer.parameters()) {
                NumberArray expected = values.get(parameter.name());
                if (expected != null) {
                  compare(
                      "gradients." + layerName + "." + parameter.name(),
                      expected.values(),
                      session.parameters().gradient(layer, parameter).values());
                }
              }
            });
  }

  private void trained(Watcher watcher) {
    if (expect.metrics().isEmpty()) {
      return;
    }
    Result result = session.train(watcher, () -> false);
    expect
        .metrics()
        .forEach(
            (name, condition) ->
                metric(name, condition, result.metrics().getOrDefault(name, Double.NaN)));
  }

  private void metric(String name, Condition condition, double value) {
    boolean holds = condition.holds(value, expect.tolerance());
    add("metrics." + name, condition.toString(), number(value), holds);
  }

  private void compare(String key, NumberArray expected, Values actual) {
    compare(key, expected.values(), actual.all());
  }

  /** Reports the number that is farthest off. */
  private void compare(String key, double[] expected, double[] actual) {
    if (expected.length != actual.length) {
      add(key, expected.length + " numbers", actual.length + " numbers", false);
      return;
    }
    int worst = 0;
    for (int i = 0; i < expected.length; i++) {
      if (distance(expected, actual, i) > distance(expected, actual, worst)) {
        worst = i;
      }
    }
    boolean passed = distance(expected, actual, worst) <= expect.tolerance();
    String where = expected.length == 1 ? "" : " at index " + worst;
    add(key, number(expected[worst]) + where, number(actual[worst]), passed);
  }

  private static double distance(double[] expected, double[] actual, int index) {
    double distance = Math.abs(expected[index] - actual[index]);
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }

  private void add(String key, String expected, String actual, boolean passed) {
    results.add(new Expectation(key, expected, actual, passed));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.10g", value);
  }
}
