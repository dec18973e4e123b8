package dev.assay.engine.architecture;

import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a layer stands in a network.
 *
 * @param inputs the shapes of what it is given
 * @param data the samples that the network is for
 * @param weightInit how weights start where the layer does not say
 * @param frozen whether its parameters stay as they are while others are trained
 */
public record Site(List<Shape> inputs, DataSpec data, Initializer weightInit, boolean frozen) {

  /** What makes numbers of symbols. */
  public static final String OF_SYMBOLS = "a `token_embedding` before it makes numbers of symbols";

  public Site {
    inputs = List.copyOf(inputs);
  }

  /** Where a layer stands whose parameters are trained. */
  public Site(List<Shape> inputs, DataSpec data, Initializer weightInit) {
    this(inputs, data, weightInit, false);
  }

  /** The same place, given other shapes. */
  public Site on(List<Shape> others) {
    return new Site(others, data, weightInit, frozen);
  }

  /** The only input. */
  public Shape input() {
    if (inputs.size() != 1) {
      throw new ShapeException("takes one input, not %d".formatted(inputs.size()));
    }
    return inputs.get(0);
  }

  /** The only input, which must be symbols. */
  public Shape symbols() {
    Shape input = input();
    if (!input.isSymbols()) {
      throw new ShapeException("takes symbols, not " + input.describe());
    }
    return input;
  }

  /** All inputs, none of which may be symbols. */
  public List<Shape> numbers() {
    for (Shape input : inputs) {
      if (input.isSymbols()) {
        throw new ShapeException("takes numbers, not " + input.describe(), OF_SYMBOLS);
      }
    }
    return inputs;
  }

  /**
   * The shape that all inputs have.
   *
   * @param verb what the layer does with them: {@code adds}
   * @throws ShapeException if there are not two or more, or if they are not alike
   */
  public Shape alike(String verb) {
    Shape first = numbers().get(0);
    for (Shape other : inputs) {
      if (!other.equals(first)) {
        throw new ShapeException(
            "%s inputs of one shape, not %s and %s".formatted(verb, first, other),
            alike(first, other));
      }
    }
    if (inputs.size() < 2) {
      throw new ShapeException(
          "%s two inputs or more, not one".formatted(verb), "`from: [a, b]` names them");
    }
    return first;
  }

  /** What makes the second shape as the first one, where only its features or channels differ. */
  private static @Nullable String alike(Shape first, Shape other) {
    boolean same = first.rank() == other.rank();
    boolean image = same && first.rank() > 2 && first.rank() < 5;
    boolean rows = same && (first.rank() == 1 || first.rank() == 2);
    boolean fits =
        (image && first.withFirst(1).equals(other.withFirst(1)))
            || (rows && first.withLast(1).equals(other.withLast(1)));
    if (!fits) {
      return null;
    }
    return image
        ? "a `conv%dd` with `filters: %d` and `kernel: 1` makes %s of the latter"
            .formatted(first.rank() - 1, first.dim(0), first)
        : "a `dense` with `units: %d` makes %s of the latter".formatted(first.dim(-1), first);
  }

  /** The only input, which must be features or a sequence of them. */
  public Shape featuresOrSequence() {
    Shape input = input();
    if (input.isSymbols()) {
      throw new ShapeException("takes numbers, not " + input.describe(), OF_SYMBOLS);
    }
    if (input.rank() == 1 || input.rank() == 2) {
      return input;
    }
    throw new ShapeException(
        "takes features [n] or a sequence [steps, n], not " + input.describe(),
        "a `flatten` before it makes features [%d]".formatted(input.size()));
  }

  /** The only input, which must be a sequence of features. */
  public Shape sequence() {
    input();
    return sequence(0);
  }

  /** One of the inputs, which must be a sequence of features. */
  public Shape sequence(int index) {
    Shape input = inputs.get(index);
    if (input.rank() != 2 || input.isSymbols()) {
      throw new ShapeException(
          "takes a sequence [steps, features], not " + input.describe(), steps(input));
    }
    return input;
  }

  /** What makes a sequence. */
  private static @Nullable String steps(Shape input) {
    if (input.isSymbols()) {
      return OF_SYMBOLS;
    }
    return switch (input.rank()) {
      case 1 -> "an `unsqueeze` before it makes one step [1, %d]".formatted(input.dim(0));
      case 3 ->
          "a `reshape` before it makes steps, such as the image's rows: [%d, %d]"
              .formatted(Math.multiplyExact(input.dim(0), input.dim(1)), input.dim(2));
      default -> null;
    };
  }

  /** The only input, which must be an image. */
  public Shape image() {
    Shape input = input();
    if (input.rank() != 3 || input.isSymbols()) {
      throw new ShapeException("takes an image [channels, height, width], not " + input.describe());
    }
    return input;
  }
}
