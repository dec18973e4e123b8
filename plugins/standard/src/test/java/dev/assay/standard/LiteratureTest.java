package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.testkit.KernelKit;
import dev.assay.testkit.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Networks of the literature, as a user writes them from the reference pages, are the same compiled
 * and computed by DL4J. What they expect of themselves is tested with the other experiments.
 */
class LiteratureTest {

  private static final Path FOLDER = Path.of("../../experiments/literature");

  private final Lab lab = Lab.open();

  private static List<Path> nets() throws IOException {
    try (Stream<Path> nets = Files.list(FOLDER)) {
      return nets.sorted().toList();
    }
  }

  /** What drops numbers at random does so by another rule in DL4J, and is left out. */
  @TestFactory
  Stream<DynamicTest> areTheSameCompiled() throws IOException {
    assumeThat(OneDnn.obstacle()).isEmpty();
    return nets().stream()
        .filter(file -> !file.endsWith("u-net.yaml"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> KernelKit.check(lab, lab.plan(file), 5)));
  }

  @TestFactory
  Stream<DynamicTest> haveKernelsForAllLayers() throws IOException {
    assumeThat(OneDnn.obstacle()).isEmpty();
    return nets().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compiles(file)));
  }

  private void compiles(Path file) {
    Plan plan = lab.plan(file);
    try (Session session = lab.session(plan)) {
      session.executable().step(lab.batch(plan, "train", 1));
      assertThat(session.notice()).isEmpty();
    }
  }
}
