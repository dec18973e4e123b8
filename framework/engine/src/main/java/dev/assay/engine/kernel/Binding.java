package dev.assay.engine.kernel;

import dev.assay.engine.architecture.Activation;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Binary;
import dev.assay.engine.kernel.onednn.Elementwise;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Pool;
import dev.assay.engine.kernel.onednn.Reorder;
import dev.assay.engine.kernel.onednn.Step;
import dev.assay.engine.kernel.onednn.UnsupportedException;
import dev.assay.engine.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel is bound to: its layer's place in the network, and memory.
 *
 * @param arena owns all native memory and primitives
 * @param pool memory of the arena that layers share
 * @param place the layer's number in the network
 * @param shard which rows of the batch these are
 * @param training whether gradients are wanted; if not, {@link Kernel#backward} is never called
 */
public record Binding(
    Arena arena,
    Pool pool,
    Site site,
    int place,
    Shard shard,
    boolean training,
    List<Input> inputs,
    Tensor output,
    Parameters parameters,
    Kernels kernels) {

  /**
   * A tensor that a layer reads.
   *
   * @param first whether the layer is the first to write the gradient, as layers go backward;
   *     others that read the tensor, too, add to it
   */
  public record Input(Tensor tensor, boolean first) {}

  /** A layer's parameters, by the names that DL4J keeps them under. */
  public interface Parameters {

    /** The numbers of a parameter, which lie as DL4J has laid them. */
    Memory value(String key, Layout layout);

    /** Where this shard's part of a parameter's gradient is written. */
    Memory gradient(String key, Layout layout);

    /** How many numbers a parameter has. */
    int length(String key);
  }

  /** How many samples there are here. */
  public int rows() {
    return shard.rows();
  }

  /** The shape of one sample of the output. */
  public Shape shape() {
    return output.shape();
  }

  /** The only input in a layout; the port's move comes before the kernel reads it. */
  public Port input(Layout wanted) {
    return input(0, wanted);
  }

  /** An input in a layout; the port's move comes before the kernel reads it. */
  public Port input(int index, Layout wanted) {
    Memory data = inputs.get(index).tensor().data();
    return port(data, wanted, this::kept);
  }

  /** The only input as it lies, if it has the axes that its shape says. */
  public Port input() {
    return input(0, layout(0));
  }

  /** The layout of an input as it lies, if it has the axes that its shape says; else plain. */
  public Layout layout(int index) {
    Tensor input = inputs.get(index).tensor();
    Layout layout = input.data().layout();
    return layout.dims().length == input.shape().rank() + 1 ? layout : plain(input.shape());
  }

  /** The symbols of this shard's samples, if the input is one of the network's own. */
  public Values symbols() {
    Values values = inputs.get(0).tensor().values();
    if (values == null) {
      throw new UnsupportedException("symbols that a layer puts out");
    }
    return values;
  }

  /** How many steps each row of an input has, as it is when the kernel runs; null for all. */
  public int @Nullable [] lengths(int index) {
    return inputs.get(index).tensor().lengths();
  }

  /** Whether the gradient by an input is wanted. */
  public boolean trains(int index) {
    return training && inputs.get(index).tensor().trained();
  }

  /** Where the gradient by the only input is written; nothing where none is wanted. */
  public @Nullable Port inputGradient(Layout produced) {
    return inputGradient(0, produced);
  }

  /**
   * Where the gradient by an input is written in a layout, or null where none is wanted. The port's
   * move comes after the kernel has written it.
   */
  public @Nullable Port inputGradient(int index, Layout produced) {
    if (!trains(index)) {
      return null;
    }
    Input input = inputs.get(index);
    Memory gradient = input.tensor().gradient();
    Memory target = input.first() ? gradient : scratch(gradient.layout());
    Port port = outward(target, produced, this::scratch);
    Step sum = target == gradient ? Step.NONE : sum(gradient, target);
    return new Port(port.memory(), port.move().then(sum));
  }

  private Step sum(Memory onto, Memory more) {
    return Binary.ADD.bind(arena, onto, more, onto);
  }

  /** Memory of the output, in the layout that the kernel produces. */
  public Memory produce(Layout layout) {
    Memory data = training ? arena.allocate(layout) : pooled(layout, output.lastReader());
    boolean derived = training && output.trained();
    output.place(data, derived ? pooled(layout, output.lastReader()) : null);
    return data;
  }

  /**
   * Memory whose content is needed only while the kernel goes forward, or only while it goes
   * backward.
   */
  public Memory scratch(Layout layout) {
    return pooled(layout, place);
  }

  /** Memory of what backward wants to know of forward. */
  public Memory kept(Layout layout) {
    return training ? arena.allocate(layout) : scratch(layout);
  }

  private Memory pooled(Layout layout, int until) {
    return pool.allocate(layout, place, until);
  }

  /** Makes memory that is there already the output's. */
  public void pass(Memory data, @Nullable Memory gradient) {
    pool.extend(data, output.lastReader());
    if (gradient != null) {
      pool.extend(gradient, output.lastReader());
    }
    output.place(data, gradient);
  }

  /** The gradient by the output in a layout; the port's move comes before the kernel reads it. */
  public Port outputGradient(Layout wanted) {
    return port(output.gradient(), wanted, this::scratch);
  }

  /** The function that an activation is, or null for the identity. */
  public @Nullable Elementwise function(Activation activation) {
    Elementwise function =
        kernels
            .of(activation)
            .orElseThrow(
                () -> new UnsupportedException("the activation " + activation + " has no kernel"));
    return function == Pointwise.IDENTITY ? null : function;
  }

  /** The layout of this shard's rows of a shape, without gaps. */
  public Layout plain(Shape shape) {
    return plain(rows(), shape);
  }

  /** The layout of so many rows of a shape, without gaps. */
  public static Layout plain(int rows, Shape shape) {
    long[] dims = new long[shape.rank() + 1];
    dims[0] = rows;
    for (int axis = 0; axis < shape.rank(); axis++) {
      dims[axis + 1] = shape.dim(axis);
    }
    return Layout.plain(dims);
  }

  /** Memory in another layout; the port's move comes before it is read. */
  public Port port(Memory from, Layout wanted) {
    return port(from, wanted, arena::allocate);
  }

  private Port port(Memory from, Layout wanted, Function<Layout, Memory> allocate) {
    Memory same = matching(from, wanted);
    if (same != null) {
      return new Port(same, Step.NONE);
    }
    Memory to = allocate.apply(wanted);
    return new Port(to, Reorder.copy(arena, from.as(like(from, to)), to.as(like(to, from))));
  }

  /** Memory to be written in another layout; the port's move comes after it was written. */
  public Port outward(Memory to, Layout written) {
    return outward(to, written, arena::allocate);
  }

  private Port outward(Memory to, Layout written, Function<Layout, Memory> allocate) {
    Memory same = matching(to, written);
    if (same != null) {
      return new Port(same, Step.NONE);
    }
    Memory from = allocate.apply(written);
    return new Port(from, Reorder.copy(arena, from.as(like(from, to)), to.as(like(to, from))));
  }

  /** The same memory in a layout, if nothing has to be moved for it. */
  private static @Nullable Memory matching(Memory memory, Layout wanted) {
    if (memory.layout().matches(wanted)) {
      return memory;
    }
    return memory.layout().isPlain() && wanted.isPlain() ? memory.as(wanted) : null;
  }

  private static Layout like(Memory memory, Memory other) {
    return like(memory.layout(), other);
  }

  /**
   * The layout itself, or, if it has other axes than the memory it is copied from or to, the same
   * plain numbers with that memory's axes.
   */
  private static Layout like(Layout layout, Memory other) {
    boolean same = Arrays.equals(layout.dims(), other.layout().dims());
    return same || !layout.isPlain() ? layout : Layout.plain(other.layout().dims());
  }

  /** The layout of a parameter's numbers as a vector. */
  public static Layout vector(long length) {
    return Layout.plain(length);
  }

  @Override
  public String toString() {
    return "%s of %s".formatted(shard, Objects.toString(output.shape()));
  }
}
