package dev.assay.engine.kernel;

import dev.assay.engine.dataset.Values;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.shape.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a layer puts out, or the network is given: some rows of it, and their gradient. */
public final class Tensor {

  private final Shape shape;
  private final boolean trained;
  private final int lastReader;
  private @Nullable Values values;
  private @Nullable Values symbols;
  private int @Nullable [] lengths;
  private @Nullable Memory data;
  private @Nullable Memory gradient;

  /**
   * A tensor that has no memory yet.
   *
   * @param trained whether its gradient is wanted
   * @param lastReader the number of the last layer that reads it
   */
  public Tensor(Shape shape, boolean trained, int lastReader) {
    this.shape = shape;
    this.trained = trained;
    this.lastReader = lastReader;
  }

  /**
   * An input of the network: the numbers that it is read from, and where they are computed with.
   */
  public static Tensor given(Values fed, Memory memory) {
    Tensor tensor = new Tensor(fed.shape(), false, Integer.MAX_VALUE);
    tensor.values = fed;
    tensor.lengths = fed.lengths();
    tensor.place(memory, null);
    return tensor;
  }

  /** The shape of one row. */
  public Shape shape() {
    return shape;
  }

  /** Whether its gradient is wanted. */
  public boolean trained() {
    return trained;
  }

  /** The number of the last layer that reads it. */
  int lastReader() {
    return lastReader;
  }

  /** Gives it memory; the gradient lies as the data does. */
  void place(Memory memory, @Nullable Memory itsGradient) {
    this.data = memory;
    this.gradient = itsGradient;
  }

  /** The numbers of an input of the network, on the heap. */
  public @Nullable Values values() {
    return values;
  }

  /** Says that its sequences are padded. */
  public void end(int... ownLengths) {
    this.lengths = ownLengths;
  }

  /**
   * How many steps each row has, where sequences are padded, or null. The array stays the same
   * while what is in it changes with each batch.
   */
  public int @Nullable [] lengths() {
    return lengths;
  }

  /** Says that each row is zeros with a one in a symbol's place. */
  public void code(Values coded) {
    this.symbols = coded;
  }

  /** The symbols that rows with a single one stand for, or null if they are any numbers. */
  public @Nullable Values symbols() {
    return symbols;
  }

  /** The numbers. */
  public Memory data() {
    return Objects.requireNonNull(data, "a kernel that asked for no output");
  }

  /** The derivative of the loss by each number. */
  public Memory gradient() {
    return Objects.requireNonNull(gradient, "a tensor without gradient");
  }
}
