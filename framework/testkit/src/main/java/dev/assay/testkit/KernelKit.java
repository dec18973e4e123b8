package dev.assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.Output;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import java.util.Map;
import java.util.Objects;

/**
 * Holds the two ways to compute a network against each other: compiled, on one thread and on
 * several, and by DL4J.
 */
public final class KernelKit {

  /** Relative to the largest number: what 32 bits leave after some thousand additions. */
  private static final double TOLERANCE = 2e-5;

  private final Lab lab;
  private final Plan plan;

  private KernelKit(Lab lab, Plan plan) {
    this.lab = lab;
    this.plan = plan;
  }

  /**
   * Compares predictions, loss and gradient of a network.
   *
   * @param plan a network of single precision; its parameters are random
   * @param rows the size of the batch
   */
  public static void check(Lab lab, Plan plan, int rows) {
    new KernelKit(lab, plan).check(rows);
  }

  private void check(int rows) {
    Batch batch = lab.batch(plan, "train", rows);
    try (Session session = lab.session(plan)) {
      for (int threads = 1; threads <= 3; threads++) {
        try (CompiledExecutable compiled = session.compiled(threads)) {
          compare(session.plain(), compiled, batch);
          everyKernelIsUsed(compiled);
        }
      }
    }
  }

  private static void compare(Executable slow, Executable fast, Batch batch) {
    predictions(slow.forward(batch), fast.forward(batch));
    if (slow.parameters().length() == 0) {
      return; // nothing to learn
    }
    double loss = slow.step(batch);
    double[] expected = slow.gradient().toArray(); // a layer without a kernel writes there, too
    assertThat(Math.abs(fast.step(batch) - loss))
        .as("loss")
        .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(loss)));
    compare("gradient", fast.gradient().toArray(), expected);
  }

  /** A kernel that gives up would be compared with DL4J by DL4J. */
  private void everyKernelIsUsed(CompiledExecutable compiled) {
    compiled
        .slowLayers()
        .forEach(
            (name, reason) ->
                assertThat(lab.registry().of(plan.network().layer(name).orElseThrow().layer()))
                    .as("the kernel of %s is not used: %s", name, reason)
                    .isEmpty());
  }

  private static void predictions(Map<String, Output> slow, Map<String, Output> fast) {
    assertThat(fast.keySet()).containsExactlyElementsOf(slow.keySet());
    slow.forEach(
        (name, said) -> {
          Output other = Objects.requireNonNull(fast.get(name));
          assertThat(other.values().shape()).isEqualTo(said.values().shape());
          double[] expected = new double[said.values().length()];
          double[] actual = new double[expected.length];
          for (int i = 0; i < expected.length; i++) {
            expected[i] = said.values().get(i);
            actual[i] = other.values().get(i);
          }
          compare(name, actual, expected);
        });
  }

  private static void compare(String what, double[] actual, double[] expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    double largest = 1e-6;
    for (double number : expected) {
      largest = Math.max(largest, Math.abs(number));
    }
    for (int i = 0; i < actual.length; i++) {
      if (!(Math.abs(actual[i] - expected[i]) <= TOLERANCE * largest)) {
        throw new AssertionError(
            "%s: number %d is %s compiled, and %s computed by DL4J"
                .formatted(what, i, actual[i], expected[i]));
      }
    }
  }
}
