package dev.assay.engine.execution;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Samples;
import dev.assay.engine.schedule.Moment;
import java.util.Map;

/**
 * A network that computes. Its calls come from one thread at a time.
 *
 * <p>Everything that trains or uses a network knows only this.
 */
public interface Executable extends AutoCloseable {

  /**
   * Runs a batch forward and backward.
   *
   * @param moment of the training, on which numbers that change depend
   * @return the mean loss of the batch; {@link #gradient} then holds its derivative by each
   *     parameter
   */
  double step(Samples batch, Moment moment);

  /** The same at the beginning of a training. */
  default double step(Samples batch) {
    return step(batch, new Moment(0, 1, 1));
  }

  /**
   * Runs a batch forward, as it is used and not as it is trained.
   *
   * @return what each layer that the network ends with says, by its name
   */
  Map<String, Output> forward(Batch batch);

  /**
   * Begins to read texts, which may be read on symbol by symbol.
   *
   * @param rows how many texts there are
   */
  default Continuation continuation(NextSymbol next, int rows) {
    return new Rereading(this, next, rows);
  }

  /** All parameters, in the order of the graph that owns them. */
  ParameterVector parameters();

  /** The derivative of the last step's loss by each parameter. */
  ParameterVector gradient();

  /** Work on some of a row of numbers, from the first to before the last. */
  @FunctionalInterface
  interface Part {
    void run(int from, int to);
  }

  /**
   * Divides work on a row of numbers among as many threads as the network computes with.
   *
   * @param unit parts begin at multiples of it
   */
  default void inParts(int length, int unit, Part part) {
    part.run(0, length);
  }

  /** Frees what it holds outside the Java heap. */
  @Override
  void close();
}
