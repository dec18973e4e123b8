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
  private @Nullable Values values;
  private @Nullable Values symbols;
  private @Nullable Memory data;
  private @Nullable Memory gradient;

  /**
   * A tensor that has no memory yet.
   *
   * @param trained whether its gradient is wanted
   */
  public Tensor(Shape shape, boolean trained) {
    this.shape = shape;
    this.trained = trained;
  }

  /** The shape of one row. */
  public Shape shape() {
    return shape;
  }

  /** Whether its gradient is wanted. */
  public boolean trained() {
    return trained;
  }

  /** Gives it memory; the gradient lies as the data does. */
  public void place(Memory memory, @Nullable Memory itsGradient) {
    this.data = memory;
    this.gradient = itsGradient;
  }

  /** Gives it the numbers that it is read from, if it is an input of the network. */
  public void feed(Values fed) {
    this.values = fed;
  }

  /** The numbers of an input of the network, on the heap. */
  public @Nullable Values values() {
    return values;
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
