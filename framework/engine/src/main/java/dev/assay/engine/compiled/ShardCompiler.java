package dev.assay.engine.compiled;

import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.StepRows;
import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.Precision;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.kernel.LossKernel;
import dev.assay.engine.kernel.Port;
import dev.assay.engine.kernel.Reading;
import dev.assay.engine.kernel.ReshapeKernel;
import dev.assay.engine.kernel.Shard;
import dev.assay.engine.kernel.Tensor;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pool;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.kernel.onednn.UnsupportedException;
import dev.assay.engine.plan.Ends;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes one thread's part of a program: binds the kernels of all layers to memory of its own. */
final class ShardCompiler {

  private final Blueprint blueprint;
  private final Wanted wanted;
  private final Shard shard;
  private final int index;

  private final Arena arena = new Arena();
  private final Pool pool = new Pool(arena);
  private final Map<String, Tensor> tensors = new HashMap<>();
  private final List<Memory> inputs = new ArrayList<>();
  private final List<Kernel> bound = new ArrayList<>();
  private final List<Step> sums = new ArrayList<>();
  private final Map<String, LossKernel> heads = new LinkedHashMap<>();
  private final Map<String, Port> outputs = new LinkedHashMap<>();

  /**
   * What a program is to do.
   *
   * @param inputs the shape of each input, in the data's order
   * @param reading of one symbol after the other, or null where all steps are read at once
   * @param calls of DL4J for layers without a kernel, which all threads share
   */
  record Wanted(
      List<Placed> layers,
      List<Shape> inputs,
      boolean training,
      @Nullable Reading reading,
      GraphCalls calls) {}

  /**
   * A compiler of the rows of one thread.
   *
   * @param index of the thread
   */
  ShardCompiler(Blueprint blueprint, Wanted wanted, Shard shard, int index) {
    this.blueprint = blueprint;
    this.wanted = wanted;
    this.shard = shard;
    this.index = index;
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
      feed(blueprint.data().inputs().get(i).name(), batch.inputs().get(i));
    }
    HeadCompiler compiler = new HeadCompiler(blueprint, shard, batch);
    for (Placed layer : wanted.layers()) {
      if (layer.isHead()) {
        head(layer, compiler);
      } else {
        layer(layer);
      }
    }
    return new ShardProgram(arena, shard, batch, inputs, bound, sums, heads, outputs);
  }

  private Batch batch() {
    List<Values> given = new ArrayList<>();
    for (int i = 0; i < wanted.inputs().size(); i++) {
      given.add(values(blueprint.data().inputs().get(i), wanted.inputs().get(i)));
    }
    List<Values> targets =
        blueprint.data().targets().stream().map(field -> values(field, field.shape())).toList();
    return new Batch(shard.rows(), given, targets);
  }

  /** Sequences of another length than planned are texts that are being written, all alike. */
  private Values values(DataSpec.Field field, Shape shape) {
    return shape.equals(field.shape())
        ? Values.of(field, shard.rows(), Precision.FLOAT)
        : new Values(shape, shard.rows(), Precision.FLOAT);
  }

  private void feed(String name, Values values) {
    Memory memory = arena.allocate(Binding.plain(shard.rows(), values.shape()));
    tensors.put(name, Tensor.given(values, memory));
    inputs.add(memory);
  }

  private void layer(Placed placed) {
    LayerParameters parameters = parameters(placed);
    Binding at = binding(placed, parameters);
    Layer layer = placed.layer().layer();
    boolean step = wanted.reading() == null || layer.reach() == Reach.STEP;
    bound.add(
        layer instanceof StepRows
            ? ReshapeKernel.bind(at)
            : step ? kernel(placed, at, parameters) : stepping(placed, at));
    Ends ends = placed.layer().lengths();
    int[] lengths = ends == null ? null : tensor(ends.input()).lengths();
    if (ends != null && lengths != null) {
      at.output().end(ends.whole() ? lengths : shortened(ends, lengths));
    }
    tensors.put(placed.name(), at.output());
    if (blueprint.network().outputs().contains(placed.layer())) {
      Memory data = at.output().data();
      outputs.put(placed.name(), at.port(data, Binding.plain(shard.rows(), placed.shape())));
    }
  }

  /** Lengths of sequences that have gone through windows, anew for each batch. */
  private int[] shortened(Ends ends, int[] lengths) {
    int[] own = new int[lengths.length];
    bound.add(Kernel.of(List.of(() -> ends.write(lengths, own)), List.of()));
    return own;
  }

  /** A layer that has no parameters of its own adds its gradient to that of the one which has. */
  private LayerParameters parameters(Placed placed) {
    String owner = placed.layer().shares();
    if (owner == null || !wanted.training()) {
      return blueprint.parameters(placed.name(), index);
    }
    LayerParameters shared = blueprint.shared(placed.name(), arena);
    Memory sum = blueprint.parameters(owner, index).gradient();
    sums.add(Binary.ADD.bind(arena, sum, shared.gradient(), sum));
    return shared;
  }

  private Kernel kernel(Placed placed, Binding at, LayerParameters parameters) {
    Layer layer = placed.layer().layer();
    try {
      return blueprint
          .kernels()
          .of(layer)
          .orElseThrow(() -> new UnsupportedException("it has no kernel"))
          .bind(layer, at);
    } catch (UnsupportedException e) {
      return wanted.calls().bind(placed, at, parameters, String.valueOf(e.getMessage()));
    }
  }

  private Kernel stepping(Placed placed, Binding at) {
    Layer layer = placed.layer().layer();
    return blueprint
        .kernels()
        .stepping(layer)
        .orElseThrow(
            () ->
                new UnsupportedException(
                    "`%s` looks at other steps and has no kernel that remembers them"
                        .formatted(placed.name())))
        .bind(layer, at, Objects.requireNonNull(wanted.reading()));
  }

  private Binding binding(Placed placed, LayerParameters parameters) {
    List<Binding.Input> read = new ArrayList<>();
    for (int i = 0; i < placed.first().size(); i++) {
      Tensor input = tensor(placed.layer().inputs().get(i));
      read.add(new Binding.Input(input, placed.first().get(i)));
    }
    return new Binding(
        arena,
        pool,
        placed.site(),
        wanted.layers().indexOf(placed),
        shard.times(placed.layer().rows()),
        wanted.training(),
        read,
        new Tensor(placed.shape(), placed.trained(), placed.lastReader()),
        parameters,
        blueprint.kernels());
  }

  private Tensor tensor(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }

  private void head(Placed placed, HeadCompiler compiler) {
    HeadCompiler.Bound head = compiler.bind(placed, binding(placed, parameters(placed)));
    heads.put(placed.name(), head.loss());
    outputs.put(placed.name(), head.predictions());
  }
}
