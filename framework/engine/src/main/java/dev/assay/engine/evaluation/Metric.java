package dev.assay.engine.evaluation;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Kind;
import dev.assay.engine.architecture.Loss;
import dev.assay.engine.dataset.Values;
import dev.assay.engine.shape.Shape;
import java.util.OptionalDouble;

/** A figure that says how good predictions are. */
@Doc(
    "Each is measured of all samples of a split together, not batch by batch; what is padding, and"
        + " what the loss leaves out, does not count.")
@Kind(value = "metric", plural = "metrics")
public interface Metric {

  /** What its results are logged as, behind the split and a slash; the type unless it has keys. */
  default String label(String type) {
    return type;
  }

  /**
   * What is to be compared.
   *
   * @param input the shape of what the network is given
   * @param prediction the shape of what the network says
   * @param target the shape of what it should say
   * @param loss what compares the two in training
   */
  record Comparison(Shape input, Shape prediction, Shape target, Loss loss) {}

  /**
   * Whether it can be computed.
   *
   * @throws dev.assay.engine.shape.ShapeException if it cannot
   */
  void check(Comparison comparison);

  /** Whether it looks at what the network writes on its own: {@link Scored#generated}. */
  default boolean writes() {
    return false;
  }

  /** Starts to measure one split. */
  Tally tally();

  /** Measures a split, batch by batch. */
  interface Tally {

    void add(Scored batch);

    /** The figure for all samples added; NaN if there were none. */
    double value();
  }

  /** A batch, and what the network makes of it. */
  interface Scored {

    Values inputs();

    Values targets();

    /**
     * Whether a row of the targets is compared: what the loss leaves out, metrics leave out, too.
     *
     * @param row what the loss takes for one: a sample, a step of one, or a class of a grid of them
     */
    default boolean counts(int row) {
      return true;
    }

    /** Above which number targets and predictions say yes: {@link Loss#threshold}. */
    default OptionalDouble threshold() {
      return OptionalDouble.empty();
    }

    /** The network's output for the inputs. */
    Values predictions();

    /**
     * The symbols that the network writes when it is given just the question, and then each symbol
     * that it wrote: as many as the target has steps.
     */
    Values generated();
  }
}
