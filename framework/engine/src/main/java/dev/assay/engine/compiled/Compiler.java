package dev.assay.engine.compiled;

import dev.assay.engine.architecture.Head;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.architecture.LossRows;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.StepRows;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.dl4j.GraphParameters;
import dev.assay.engine.dl4j.VertexCall;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.KernelFactory;
import dev.assay.engine.kernel.Kernels;
import dev.assay.engine.kernel.LossBinding;
import dev.assay.engine.kernel.LossFactory;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.ReshapeKernel;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.Tensor;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Pool;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.kernel.onednn.UnsupportedException;
import dev.assay.engine.plan.Network;
import dev.assay.engine.plan.PlannedLayer;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes programs of a network: binds the kernels of all layers for each thread. */
final class Compiler {

  private final Network network;
  private final DataSpec data;
  private final GraphParameters graph;
  private final Memory parameters;
  private final Gradients gradients;
  private final Kernels kernels;
  private final Crew crew;
  private final Shard.Clock clock;
  private final long seed;

  /** The reasons why layers are computed by DL4J, by layer. */
  private final Map<String, String> slow = new LinkedHashMap<>();

  Compiler(
      Network network,
      DataSpec data,
      GraphParameters graph,
      Memory parameters,
      Gradients gradients,
      Kernels kernels,
      Crew crew,
      Shard.Clock clock,
      long seed) {
    this.network = network;
    this.data = data;
    this.graph = graph;
    this.parameters = parameters;
    this.gradients = gradients;
    this.kernels = kernels;
    this.crew = crew;
    this.clock = clock;
    this.seed = seed;
  }

  /** The reasons why layers of the programs so far are computed by DL4J, by layer. */
  Map<String, String> slow() {
    return slow;
  }

  /** The number of a layer's kernel in every program. */
  int place(String layer) {
    List<String> bound =
        network.layers().stream()
            .filter(planned -> !(planned.layer() instanceof Head))
            .map(PlannedLayer::name)
            .toList();
    if (!bound.contains(layer)) {
      throw new IllegalArgumentException("no layer %s among %s".formatted(layer, bound));
    }
    return bound.indexOf(layer);
  }

  /**
   * A program for batches of one size.
   *
   * @param inputs the shape of each input, in the data's order
   */
  Program compile(int rows, List<Shape> inputs, boolean training) {
    return compile(rows, inputs, training, null);
  }

  /**
   * A program that reads one symbol of each row at a time, and remembers those before.
   *
   * @throws UnsupportedException if a layer cannot; the message says which
   */
  Program compile(int rows, Reading reading) {
    Shape sequence = data.inputs().get(0).shape();
    if (data.inputs().size() != 1 || !sequence.isSymbols() || sequence.rank() != 1) {
      throw new UnsupportedException("the network reads something else than one row of symbols");
    }
    Shape symbol = Shape.ofSymbols(sequence.symbols(), 1);
    return compile(rows, List.of(symbol), false, reading);
  }

  private Program compile(
      int rows, List<Shape> inputs, boolean training, @Nullable Reading reading) {
    Map<String, Shape> given = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      given.put(data.inputs().get(i).name(), inputs.get(i));
    }
    List<Placed> layers = Placed.of(network, given);
    int count = Math.min(crew.size(), rows);
    Map<String, VertexCall> calls = new HashMap<>();
    List<ShardProgram> shards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int first = i * (rows / count) + Math.min(i, rows % count);
      int size = rows / count + (i < rows % count ? 1 : 0);
      Shard shard = new Shard(first, size, rows, seed, clock, new Round(crew, i));
      try {
        shards.add(new Part(layers, inputs, shard, i, training, reading, calls).compile());
      } catch (RuntimeException | Error e) {
        shards.forEach(made -> made.arena().close());
        throw e;
      }
    }
    Map<String, Shape> outputs = new LinkedHashMap<>();
    Map<String, Double> factors = new LinkedHashMap<>();
    for (Placed layer : layers) {
      if (network.outputs().contains(layer.layer())) {
        outputs.put(layer.name(), layer.shape());
        if (layer.isHead()) {
          factors.put(layer.name(), ((Head) layer.layer().layer()).weight());
        }
      }
    }
    return new Program(crew, shards, outputs, factors);
  }

  private static LossRows lossRows(Placed head) {
    return ((Head) head.layer().layer()).rows(head.layer().site(), head.site().input());
  }

  /** Where threads wait for each other. */
  private record Round(Crew crew, int index) implements Shard.Meeting {

    @Override
    public void meet() {
      crew.meet(index);
    }

    @Override
    public double[] sum(double[] part) {
      return crew.sum(index, part);
    }

    @Override
    public void once(Runnable task) {
      meet();
      if (index == 0) {
        task.run();
      }
      meet();
    }
  }

  /** One thread's part of a program that is being compiled. */
  private final class Part {
    private final List<Placed> layers;
    private final List<Shape> inputShapes;
    private final Shard shard;
    private final int index;
    private final boolean training;
    private final @Nullable Reading reading;
    private final Map<String, VertexCall> calls;

    private final Arena arena = new Arena();
    private final Pool pool = new Pool(arena);
    private final Map<String, Tensor> tensors = new HashMap<>();
    private final List<Memory> inputs = new ArrayList<>();
    private final List<Kernel> bound = new ArrayList<>();
    private final Map<String, LossKernel> heads = new LinkedHashMap<>();
    private final Map<String, Port> outputs = new LinkedHashMap<>();

    Part(
        List<Placed> layers,
        List<Shape> inputShapes,
        Shard shard,
        int index,
        boolean training,
        @Nullable Reading reading,
        Map<String, VertexCall> calls) {
      this.layers = layers;
      this.inputShapes = inputShapes;
      this.shard = shard;
      this.index = index;
      this.training = training;
      this.reading = reading;
      this.calls = calls;
    }

    /** What has been allocated is freed if it fails. */
    ShardProgram compile() {
      try {
        return bound();
      } catch (RuntimeException | Error e) {
        arena.close();
        throw e;
      }
    }

    private ShardProgram bound() {
      Batch batch = batch();
      for (int i = 0; i < batch.inputs().size(); i++) {
        feed(data.inputs().get(i).name(), batch.inputs().get(i));
      }
      for (Placed layer : layers) {
        if (layer.isHead()) {
          head(layer, batch);
        } else {
          layer(layer);
        }
      }
      return new ShardProgram(arena, shard, batch, inputs, bound, heads, outputs);
    }

    private Batch batch() {
      List<Values> given = new ArrayList<>();
      for (int i = 0; i < inputShapes.size(); i++) {
        given.add(values(data.inputs().get(i), inputShapes.get(i)));
      }
      List<Values> targets =
          data.targets().stream().map(field -> values(field, field.shape())).toList();
      return new Batch(shard.rows(), given, targets);
    }

    /** Sequences of another length than planned are texts that are being written, all alike. */
    private Values values(DataSpec.Field field, Shape shape) {
      return shape.equals(field.shape())
          ? Values.of(field, shard.rows(), Precision.FLOAT)
          : new Values(shape, shard.rows(), Precision.FLOAT);
    }

    private void feed(String name, Values values) {
      Memory memory = arena.allocate(plain(values.shape()));
      tensors.put(name, Tensor.given(values, memory));
      inputs.add(memory);
    }

    private Layout plain(Shape shape) {
      long[] dims = new long[shape.rank() + 1];
      dims[0] = shard.rows();
      for (int axis = 0; axis < shape.rank(); axis++) {
        dims[axis + 1] = shape.dim(axis);
      }
      return Layout.plain(dims);
    }

    private void layer(Placed placed) {
      Binding at = binding(placed);
      Layer layer = placed.layer().layer();
      boolean step = reading == null || layer.reach() == Reach.STEP;
      bound.add(
          layer instanceof StepRows
              ? ReshapeKernel.bind(at)
              : step ? kernel(placed, at, kernels.of(layer)) : stepping(placed, at));
      String padded = placed.layer().lengths();
      int[] lengths = padded == null ? null : tensor(padded).lengths();
      if (lengths != null) {
        at.output().end(lengths);
      }
      tensors.put(placed.name(), at.output());
      if (network.outputs().contains(placed.layer())) {
        Memory data = at.output().data();
        outputs.put(placed.name(), at.port(data, plain(placed.shape())));
      }
    }

    private Kernel kernel(Placed placed, Binding at, Optional<KernelFactory<Layer>> factory) {
      try {
        return factory
            .orElseThrow(() -> new UnsupportedException("it has no kernel"))
            .bind(placed.layer().layer(), at);
      } catch (UnsupportedException e) {
        slow.put(placed.name(), String.valueOf(e.getMessage()));
        VertexCall call =
            calls.computeIfAbsent(
                placed.name(),
                name ->
                    new VertexCall(
                        graph.graph(),
                        name,
                        at.shard().batch(),
                        placed.site().inputs(),
                        placed.shape()));
        return GraphKernel.bind(call, at, graph, placed.name(), gradients.part(index));
      }
    }

    private Kernel stepping(Placed placed, Binding at) {
      Layer layer = placed.layer().layer();
      return kernels
          .stepping(layer)
          .orElseThrow(
              () ->
                  new UnsupportedException(
                      "`%s` looks at other steps and has no kernel that remembers them"
                          .formatted(placed.name())))
          .bind(layer, at, Objects.requireNonNull(reading));
    }

    private Binding binding(Placed placed) {
      List<Binding.Input> read = new ArrayList<>();
      for (int i = 0; i < placed.first().size(); i++) {
        read.add(new Binding.Input(tensor(placed, i), placed.first().get(i)));
      }
      return new Binding(
          arena,
          pool,
          placed.site(),
          layers.indexOf(placed),
          shard.times(placed.layer().rows()),
          training,
          read,
          new Tensor(placed.shape(), placed.trained(), lastReader(placed)),
          new LayerParameters(graph, placed.name(), parameters, gradients.part(index)),
          kernels);
    }

    /** What the network says, and what losses are taken of, is needed when all layers are done. */
    private int lastReader(Placed read) {
      int last = network.outputs().contains(read.layer()) ? Integer.MAX_VALUE : 0;
      for (int i = 0; i < layers.size(); i++) {
        if (layers.get(i).layer().inputs().contains(read.name())) {
          last = Math.max(last, layers.get(i).isHead() ? Integer.MAX_VALUE : i);
        }
      }
      return last;
    }

    private Tensor tensor(Placed placed, int input) {
      return tensor(placed.layer().inputs().get(input));
    }

    private Tensor tensor(String name) {
      return Objects.requireNonNull(tensors.get(name), name);
    }

    private void head(Placed placed, Batch batch) {
      LossRows rows = lossRows(placed);
      Binding at = binding(placed);
      long lines = (long) shard.rows() * rows.steps();
      Layout plain = Layout.plain(lines, rows.width());
      Port logits = at.input(plain);
      Port gradient = at.inputGradient(plain);
      Memory predictions = at.produce(plain);
      Head head = (Head) placed.layer().layer();
      int target = data.targets().indexOf(head.field(placed.layer().site()));
      LossKernel kernel =
          loss(
              head.loss(),
              new LossBinding(
                  arena,
                  rows,
                  shard.rows(),
                  shard.batch(),
                  shard.meeting(),
                  head.weight(),
                  logits.memory(),
                  predictions,
                  gradient == null ? null : gradient.memory(),
                  batch.targets().get(target)),
              at);
      heads.put(placed.name(), new MovedLoss(logits.move(), kernel, scale(gradient), gradient));
      outputs.put(placed.name(), at.port(predictions, plain));
    }

    private Step scale(@Nullable Port gradient) {
      if (gradient == null) {
        return Step.NONE;
      }
      Memory numbers = gradient.memory();
      return Pointwise.linear(arena, Gradients.SCALE, 0, numbers, numbers);
    }

    private LossKernel loss(Loss loss, LossBinding at, Binding place) {
      Optional<LossFactory<Loss>> factory = kernels.of(loss);
      if (factory.isPresent()) {
        return factory.get().bind(loss, at);
      }
      return RowsLossKernel.bind(at, place.function(loss.activation()));
    }
  }
}
