package dev.assay.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.tracking.Drain;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Journal;
import dev.assay.engine.tracking.Tracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A journal is sent while it is written, and the server comes and goes. */
class DrainTest {

  private final List<String> warnings = new CopyOnWriteArrayList<>();
  @TempDir Path run;

  @Test
  @Timeout(180)
  void aServerThatDiesInTheMiddleAndComesBackMissesNothing() throws Exception {
    try (MlflowServer server = MlflowServer.start();
        Journal journal = new Journal(run)) {
      Drain drain = new Drain(new Mlflow(server.address(), null), run, warnings::add);
      List<Event> events = Sample.whole("outage", 400, run);
      events.subList(0, 150).forEach(journal::append);
      await(() -> drain.pending() == 0);
      events.subList(150, 250).forEach(journal::append);
      server.kill();
      events.subList(250, 300).forEach(journal::append);
      await(() -> !warnings.isEmpty());
      server.startAgain();
      events.subList(300, events.size()).forEach(journal::append);
      drain.close();

      assertThat(warnings).hasSize(1);
      assertThat(warnings.get(0))
          .startsWith(server.address() + ": ")
          .endsWith("; the run goes on, and its journal keeps what the server missed");
      assertThat(drain.pending()).isZero();
      Rest rest = new Rest(server.address());
      String id = Objects.requireNonNull(drain.word(Tracker.RUN_ID));
      assertThat(rest.history(id, "train/loss")).hasSize(400).doesNotHaveDuplicates();
      assertThat(rest.status(id)).isEqualTo("FINISHED");
      assertThat(rest.file(id, "plots/loss.png")).hasSize(6);
    }
  }

  @Test
  @Timeout(60)
  void aServerThatIsNotThereCostsOneWarningAndNothingElse() throws Exception {
    try (Journal journal = new Journal(run)) {
      Drain drain = new Drain(new Mlflow("http://127.0.0.1:1", null), run, warnings::add);
      List<Event> events = Sample.whole("absent", 20, run);
      events.forEach(journal::append);
      await(() -> !warnings.isEmpty());
      drain.close();
      assertThat(warnings)
          .containsExactly(
              "http://127.0.0.1:1: nobody listens there (connection refused); the run goes on, and"
                  + " its journal keeps what the server missed");
      assertThat(drain.pending()).isEqualTo(events.size());
    }
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
      Thread.sleep(20);
    }
  }
}
