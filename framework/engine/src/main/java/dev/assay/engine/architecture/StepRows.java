package dev.assay.engine.architecture;

import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The ends of an {@link Item.TimeDistributed}: takes a sequence apart, so that each step is a row
 * of the batch by itself, or puts such rows together again. No number is changed or moved.
 *
 * <p>Apart: {@code [steps, ...]} of each sample becomes {@code [...]} of {@code steps} rows;
 * together, the other way round.
 */
public record StepRows(int steps, boolean apart) implements Layer {

  @Override
  public Shape shape(Site site) {
    Shape input = site.numbers().get(0);
    List<Integer> dims = new ArrayList<>(input.dims());
    if (!apart) {
      dims.add(0, steps);
    } else if (dims.remove(0) != steps) {
      throw new ShapeException("takes %d steps apart, not those of %s".formatted(steps, input));
    }
    return new Shape(dims, 0);
  }

  /** How many rows it makes of one for each sample, or one of how many. */
  public int rows(int given) {
    return apart ? given * steps : given / steps;
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Footprint footprint(Site site) {
    return Footprint.of(0);
  }

  @Override
  public Vertex vertex(Site site) {
    Shape given = site.input();
    return new Vertex.Combined(new Seen(dims(given), dims(shape(site))));
  }

  private static long[] dims(Shape shape) {
    List<Integer> all = new ArrayList<>(shape.dims());
    all.add(0, -1);
    return all.stream().mapToLong(Integer::longValue).toArray();
  }

  /** The same numbers with other axes. */
  @SuppressWarnings("ArrayRecordComponent") // read only here
  private record Seen(long[] given, long[] said) implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs) {
      return inputs.get(0).reshape('c', Arrays.copyOf(said, said.length));
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
      return List.of(gradient.reshape('c', Arrays.copyOf(given, given.length)));
    }
  }
}
