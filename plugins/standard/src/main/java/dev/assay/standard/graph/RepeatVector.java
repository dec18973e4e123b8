package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The same features at each step, such as what an encoder has made of a sentence, for a decoder.
 *
 * <p>In: features {@code [n]}; and, for as many steps as it has, a sequence {@code [steps, ...]}.
 * Out: {@code [steps, n]}, padded as that sequence is.
 */
@Doc("The same features at each step of a sequence.")
@Elsewhere("duplicate_to_time_series")
@Example(value = "{type: repeat_vector, steps: 10}", of = "[20]", makes = "[10, 20]")
public record RepeatVector(
    @Doc(
            value = "How many; as many as the second input has, a sequence, if left out.",
            unit = "steps")
        @Positive
        @Nullable Integer steps)
    implements Rearranging {

  @Override
  public Shape shaped(List<Shape> inputs) {
    Shape vector = inputs.get(0);
    if (vector.rank() != 1) {
      throw new ShapeException("repeats features [n], not " + vector.describe());
    }
    return Shape.of(steps(inputs), vector.dim(0));
  }

  private int steps(List<Shape> inputs) {
    if (inputs.size() == 1 && steps != null) {
      return steps;
    }
    if (inputs.size() != 2 || steps != null) {
      throw new ShapeException(
          steps == null
              ? "takes two inputs, features and a sequence whose steps are counted, not %d"
                  .formatted(inputs.size())
              : "takes one input where `steps` is written, not %d".formatted(inputs.size()),
          "`steps: 5`, or `from: [features, sequence]`");
    }
    Shape sequence = inputs.get(1);
    if (sequence.rank() < 2) {
      throw new ShapeException(
          "takes its steps from a sequence [steps, features], not " + sequence.describe());
    }
    return sequence.dim(0);
  }

  /** The sequence, of which only the length is taken, is the only one that may be padded. */
  @Override
  public Padding padding(Site site) {
    return Padding.KEPT;
  }

  @Override
  public List<Move> moves(List<Shape> inputs) {
    Shape vector = inputs.get(0);
    Shape output = shaped(inputs);
    return IntStream.range(0, output.dim(0))
        .mapToObj(step -> new Move.Box(step * output.dim(1), List.of(1)))
        .map(to -> new Move(0, vector.dims(), Move.Box.all(vector), to))
        .toList();
  }
}
