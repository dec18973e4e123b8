package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.config.bind.Doc;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.OneDnn;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.training.Watcher;
import dev.assay.standard.activations.Identity;
import dev.assay.standard.layers.Activate;
import dev.assay.testkit.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Memory outside of Java's heap is given back, and does not grow. */
class NativeMemoryTest {

  private static final String YAML =
      """
      assay: 1
      name: memory
      dataset: {type: kit_samples, input: [1, 9, 9], target: [3], samples: 21, batch_size: 4}
      optimizer: {type: adam, learning_rate: 0.001}
      training: {epochs: %d, threads: 2}
      architecture:
        layers:
          - {type: conv2d, filters: 4, kernel: 3, activation: relu}
          - {type: max_pool2d, kernel: 2}
          - {type: flatten}
          - {type: %s}
          - {type: dense, units: 8, activation: relu}
          - {type: output, loss: mean_squared_error}
      """;

  private final Lab lab = Lab.open();

  @BeforeEach
  void oneDnnIsThere() {
    assumeThat(OneDnn.obstacle()).isEmpty();
    lab.registry()
        .layer("broken", Broken.class)
        .kernel(
            (layer, at) ->
                Objects.requireNonNull(layer.kernel(at.rows()), "no kernel for " + at.rows()));
    assertThat(Arena.open()).isZero();
  }

  /** A layer whose kernel cannot be bound, for no reason that is known. */
  @Doc("Fails.")
  public record Broken() implements Layer {

    @Nullable Kernel kernel(int rows) {
      return null;
    }

    @Override
    public Shape shape(Site site) {
      return site.input();
    }

    @Override
    public Vertex vertex(Site site) {
      return new Activate(new Identity()).vertex(site);
    }
  }

  @Test
  void aRunGivesAllOfItBack() {
    Plan plan = lab.plan(YAML.formatted(3, "dropout, rate: 0.1"));
    try (Session session = lab.session(plan)) {
      session.train(new Watcher() {}, () -> false);
      session.evaluate();
      assertThat(Arena.open()).isPositive();
    }
    assertThat(Arena.open()).isZero();
  }

  @Test
  void aRunThatFailsInTheMiddleGivesAllOfItBack() {
    Watcher fails =
        new Watcher() {
          @Override
          public void stepped(int epoch, long step, int items, double loss) {
            throw new IllegalStateException("in the middle");
          }
        };
    assertThatThrownBy(
            () -> {
              try (Session session =
                  lab.session(lab.plan(YAML.formatted(3, "dropout, rate: 0.1")))) {
                session.train(fails, () -> false);
              }
            })
        .hasMessage("in the middle");
    assertThat(Arena.open()).isZero();
  }

  @Test
  void aNetworkThatCannotBeCompiledGivesAllOfItBack() {
    assertThatThrownBy(
            () -> {
              try (Session session = lab.session(lab.plan(YAML.formatted(3, "broken")))) {
                session.train(new Watcher() {}, () -> false);
              }
            })
        .hasMessage("no kernel for 2");
    assertThat(Arena.open()).isZero();
  }

  /** 5 KiB lost in each step would be 44 MiB. */
  @Test
  void tenThousandStepsTakeNoMoreThanAThousand() {
    List<Long> arenas = new ArrayList<>();
    List<Long> resident = new ArrayList<>();
    Watcher watcher =
        new Watcher() {
          private long steps;

          @Override
          public void stepped(int epoch, long step, int items, double loss) {
            steps++;
            if (steps == 1_000 || steps == 10_000) {
              arenas.add(Arena.open());
              resident.add(residentBytes());
            }
          }
        };
    Plan plan = lab.plan(YAML.formatted(1_700, "dropout, rate: 0.1")); // of 6 steps
    try (Session session = lab.session(plan)) {
      session.train(watcher, () -> false);
    }
    assertThat(arenas).hasSize(2);
    assertThat(arenas.get(1)).isEqualTo(arenas.get(0));
    // Java's own heap and compiler move by some megabytes, whatever is computed.
    assertThat(resident.get(1) - resident.get(0)).isLessThan(40L << 20);
  }

  /** What the system says of this process; 0 where it says nothing. */
  private static long residentBytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
