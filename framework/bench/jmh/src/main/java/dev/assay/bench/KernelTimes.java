package dev.assay.bench;

import dev.assay.engine.compiled.BoundKernel;
import dev.assay.engine.compiled.CompiledExecutable;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.run.Session;
import dev.assay.testkit.Lab;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a layer's kernel takes on one thread, in its place in a step of its experiment's
 * training: what comes before it is computed before each run, and not counted.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelTimes {

  /** The network that the layer stands in. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // by JMH, which also wants to see the fields
  public static class Network {

    /** Each of them in turn. */
    @Param public Place place;

    private Session session;
    private CompiledExecutable compiled;
    private BoundKernel kernel;

    /** Compiles it. */
    @Setup
    public void open() {
      Lab lab = Lab.open();
      Plan plan = place.plan(lab);
      session = lab.session(plan);
      compiled = session.compiled(1);
      kernel = compiled.kernel(place.layer(), lab.batch(plan, DataSpec.TRAIN, place.samples()));
    }

    /** Gives its memory back. */
    @TearDown
    public void close() {
      compiled.close();
      session.close();
    }
  }

  /** A network that has come as far as to the kernel on its way forward. */
  @State(Scope.Thread)
  public static class BeforeForward {

    /** Brings it there. */
    @Setup(Level.Invocation)
    public void approach(Network network) {
      network.kernel.approachForward();
    }
  }

  /** A network that has come as far as to the kernel on its way backward. */
  @State(Scope.Thread)
  public static class BeforeBackward {

    /** Brings it there. */
    @Setup(Level.Invocation)
    public void approach(Network network) {
      network.kernel.approachBackward();
    }
  }

  /** From the layer's inputs to its output. */
  @Benchmark
  public void forward(Network network, BeforeForward before) {
    network.kernel.forward();
  }

  /** From the gradient by the output to those by inputs and parameters. */
  @Benchmark
  public void backward(Network network, BeforeBackward before) {
    network.kernel.backward();
  }
}
