package dev.assay.engine.architecture;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.jspecify.annotations.Nullable;

/** What a layer becomes in a DL4J graph. */
public sealed interface Vertex {

  /** One of DL4J's layers, with what has to be done to its input first. */
  record Stock(
      org.deeplearning4j.nn.conf.layers.Layer layer, @Nullable InputPreProcessor preProcessor)
      implements Vertex {}

  /** A layer without parameters, and of any number of inputs, whose mathematics is our own. */
  record Combined(Combination combination) implements Vertex {}

  /** One of DL4J's vertices. */
  record Join(GraphVertex vertex) implements Vertex {}

  /** A layer whose mathematics is our own. */
  record Own(Supplier<Operation> operation, List<Parameter> parameters, Initializer weightInit)
      implements Vertex {}

  /**
   * What decides a layer's random numbers.
   *
   * @param seed the experiment's
   * @param place which of the network's layers it is, counted from 0
   */
  record Source(long seed, long place) {}

  /** A layer without parameters, and with one input, whose own mathematics is random. */
  record Chancy(Function<Source, Operation> operation) implements Vertex {}

  /**
   * The end of a network.
   *
   * @param loss compares logits with the target
   * @param steps how many of a sequence's last steps have a target; 0 where there are no steps
   * @param target the target's index in the data
   */
  record Head(Loss loss, int steps, int target) implements Vertex {}

  /** One of DL4J's layers, as it is. */
  static Vertex of(org.deeplearning4j.nn.conf.layers.Layer layer) {
    return new Stock(layer, null);
  }
}
