package dev.assay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.execution.Continuation;
import dev.assay.engine.execution.NextSymbol;
import dev.assay.engine.execution.Rereading;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import java.util.SplittableRandom;

/**
 * Holds the two ways to read a text against each other: compiled, step by step, remembering what
 * was read, and by DL4J, again from as far back as the network looks.
 */
public final class ReadingKit {

  private static final double TOLERANCE = 1e-4;

  private ReadingKit() {}

  /**
   * Reads random texts in both ways, and others behind them, so that what is remembered of the
   * first would be seen.
   *
   * @param plan a network of single precision that says which symbol comes next
   * @param rows how many texts
   * @param length how many symbols they have; what comes next is compared after each
   */
  public static void check(Lab lab, Plan plan, int rows, int length) {
    NextSymbol next =
        new NextSymbol(
            plan.network().outputs().get(0).name(),
            plan.data().inputs().get(0).shape().symbols(),
            plan.context());
    try (Session session = lab.session(plan)) {
      for (int threads = 1; threads <= 3; threads++) {
        try (CompiledExecutable compiled = session.compiled(threads)) {
          for (int text = 0; text < 2; text++) {
            Continuation fast = compiled.continuation(next, rows);
            Continuation slow = new Rereading(session.plain(), next, rows);
            compare(fast, slow, next.symbols(), rows, length);
          }
          assertThat(compiled.rereads()).as("why nothing is remembered").isEmpty();
        }
      }
    }
  }

  private static void compare(
      Continuation fast, Continuation slow, int symbols, int rows, int length) {
    SplittableRandom random = new SplittableRandom(length);
    for (int step = 0; step < length; step++) {
      int[] read = random.ints(rows, 0, symbols).toArray();
      fast.read(read);
      slow.read(read);
      if (step % 3 == 1) {
        continue; // nobody asks after every symbol of a prompt
      }
      Values expected = slow.next();
      Values said = fast.next();
      assertThat(said.length()).isEqualTo(expected.length());
      for (int i = 0; i < said.length(); i++) {
        assertThat(said.get(i))
            .as("number %d after %d symbols", i, step + 1)
            .isCloseTo(expected.get(i), within(TOLERANCE));
      }
    }
  }
}
