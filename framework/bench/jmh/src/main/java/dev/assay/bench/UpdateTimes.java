package dev.assay.bench;

import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.optimizer.Updater;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.engine.schedule.Moment;
import dev.assay.testkit.Lab;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long Adam takes, on one thread, to change 800,000 parameters by their gradient. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class UpdateTimes {

  /** 799 times 1,000 weights and 1,000 biases. The rate is so small that nothing overflows. */
  private static final String NETWORK =
      """
      assay: 1
      name: update
      dataset: {type: kit_samples, input: [799], more: [], target: [1000]}
      architecture:
        layers:
          - {type: dense, units: 1000}
          - {type: loss, loss: mean_squared_error}
      optimizer: {type: adam, learning_rate: 1.0e-9}
      training: {epochs: 1, threads: 1}
      """;

  /** The network, with the gradient of a step. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // by JMH
  public static class Network {

    private Session session;
    private Updater updater;
    private Moment moment;

    /** Computes the gradient. */
    @Setup
    public void open() {
      Lab lab = Lab.open();
      Plan plan = lab.plan(NETWORK);
      session = lab.session(plan);
      session.executable().step(lab.batch(plan, DataSpec.TRAIN, 5));
      updater = session.updater(Objects.requireNonNull(plan.experiment().optimizer()));
      moment = new Moment(0, 1, 1);
    }

    /** Gives its memory back. */
    @TearDown
    public void close() {
      session.close();
    }
  }

  /** One update. */
  @Benchmark
  public void adam(Network network) {
    network.updater.step(network.session.executable(), network.moment);
  }
}
