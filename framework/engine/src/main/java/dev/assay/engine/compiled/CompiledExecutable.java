package dev.assay.engine.compiled;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.dl4j.GraphParameters;
import dev.assay.engine.execution.Continuation;
import dev.assay.engine.execution.Executable;
import dev.assay.engine.execution.NextSymbol;
import dev.assay.engine.execution.Output;
import dev.assay.engine.execution.ParameterVector;
import dev.assay.engine.execution.Rereading;
import dev.assay.engine.kernel.Kernels;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.plan.Plan;
import dev.assay.engine.schedule.Moment;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * A network of single precision, compiled from its graph, whose parameters it reads and changes in
 * place. A batch is divided among threads; see {@code framework/decisions}.
 */
public final class CompiledExecutable implements Executable {

  /**
   * Programs that are kept: for training, its smaller last batch, evaluation, and a few lengths.
   */
  private static final int PROGRAMS = 8;

  private final Crew crew;
  private final Arena arena = new Arena();
  private final NativeVector parameters;
  private final Gradients gradients;
  private final Compiler compiler;
  private final Readers readers;
  private final List<Shape> planned;
  private final Map<Key, Program> programs = new LinkedHashMap<>(16, 0.75f, true);
  private final Time time = new Time();

  /** What a program is for. */
  private record Key(int rows, List<Shape> inputs, boolean training) {}

  /**
   * An executable that computes with the parameters of {@code graph}.
   *
   * @param threads how many threads it computes with
   */
  public CompiledExecutable(Plan plan, ComputationGraph graph, Kernels kernels, int threads) {
    this.planned = plan.data().inputs().stream().map(DataSpec.Field::shape).toList();
    this.crew = new Crew(threads);
    GraphParameters places = new GraphParameters(graph);
    Layout vector = Layout.plain(places.length());
    Memory values = arena.borrow(places.address(), vector);
    List<Memory> parts = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      parts.add(arena.allocate(vector));
    }
    this.parameters = new NativeVector(values);
    this.gradients = new Gradients(parts, places.length());
    this.compiler =
        new Compiler(
            new Blueprint(plan.network(), plan.data(), places, values, gradients, kernels),
            crew,
            time,
            plan.experiment().seed());
    this.readers = new Readers(compiler);
  }

  /** Where the training is. */
  private static final class Time implements Shard.Clock {
    private long steps;
    private Moment moment = new Moment(0, 1, 1);

    void next(Moment now) {
      steps++;
      moment = now;
    }

    @Override
    public long step() {
      return steps;
    }

    @Override
    public Moment moment() {
      return moment;
    }
  }

  @Override
  public double step(Samples samples, Moment moment) {
    Program program = program(new Key(samples.size(), planned, true));
    time.next(moment);
    gradients.wrote(program.shards().size());
    return program.train(samples);
  }

  @Override
  public Map<String, Output> forward(Batch batch) {
    List<Shape> inputs = batch.inputs().stream().map(Values::shape).toList();
    Program program = program(new Key(batch.size(), inputs, false));
    boolean scored = !batch.targets().isEmpty() && inputs.equals(planned);
    return program.predict(batch, batch.size(), scored);
  }

  @Override
  public Continuation continuation(NextSymbol next, int rows) {
    Rereading windows = new Rereading(this, next, rows);
    return readers
        .of(next, rows)
        .<Continuation>map(reader -> new Carried(reader, next, windows, rows))
        .orElse(windows);
  }

  private Program program(Key key) {
    Program known = programs.get(key);
    if (known != null) {
      return known;
    }
    if (programs.size() == PROGRAMS) {
      Key eldest = programs.keySet().iterator().next();
      Objects.requireNonNull(programs.remove(eldest)).close();
    }
    Program program = compiler.compile(key.rows(), key.inputs(), key.training());
    programs.put(key, program);
    return program;
  }

  /**
   * The kernel of a layer in the training of some samples, to be run by itself.
   *
   * @throws IllegalStateException if there are several threads, which would wait for each other
   */
  public BoundKernel kernel(String layer, Samples samples) {
    if (crew.size() > 1) {
      throw new IllegalStateException("a kernel by itself has one thread, not " + crew.size());
    }
    Program program = program(new Key(samples.size(), planned, true));
    return new BoundKernel(program.shards().get(0), compiler.place(layer), samples);
  }

  /** The layers that DL4J computes, and why. */
  public Map<String, String> slowLayers() {
    return compiler.slow();
  }

  /** Why texts that it writes are read again for each symbol, if they are. */
  public Optional<String> rereads() {
    return readers.obstacle();
  }

  /** Which of oneDNN's implementations the programs so far use. */
  public Set<String> implementations() {
    Set<String> names = new TreeSet<>();
    Stream.concat(programs.values().stream(), readers.programs())
        .flatMap(program -> program.shards().stream())
        .forEach(shard -> names.addAll(shard.arena().implementations()));
    return names;
  }

  /** How much memory it takes outside the Java heap. */
  public long bytes() {
    return arena.bytes()
        + readers.bytes()
        + programs.values().stream().mapToLong(Program::bytes).sum();
  }

  @Override
  public ParameterVector parameters() {
    return parameters;
  }

  @Override
  public ParameterVector gradient() {
    return gradients;
  }

  @Override
  public void inParts(int length, int unit, Part part) {
    int units = (length + unit - 1) / unit;
    int count = Math.max(1, Math.min(crew.size(), units));
    crew.all(
        count,
        i ->
            part.run(
                Math.min(length, (int) ((long) units * i / count) * unit),
                Math.min(length, (int) ((long) units * (i + 1) / count) * unit)));
  }

  @Override
  public void close() {
    crew.close();
    programs.values().forEach(Program::close);
    programs.clear();
    readers.close();
    arena.close();
  }
}
