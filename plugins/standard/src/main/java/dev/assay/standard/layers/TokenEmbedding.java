package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Initializer;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Parameter;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A learned vector for each symbol: row {@code s} of {@code weight} for the symbol {@code s}, which
 * is the product of a one-hot vector with {@code weight}.
 *
 * <p>In: symbols {@code [steps]}, one of several classes, or symbols along more axes, such as
 * {@code [words, letters]}. Out: {@code [steps, width]}, or one axis more than the input has.
 * Parameters: {@code weight [symbols, width]}.
 */
@Doc("A learned vector for each symbol.")
@Elsewhere({"embedding", "embedding_sequence"})
@Example(
    value = "{type: token_embedding, width: 32}",
    of = "[10] of 65 symbols",
    makes = "[10, 32]",
    parameters = 2080)
public record TokenEmbedding(
    @Doc("Length of the vectors.") @Positive int width,
    @Doc("How the vectors start; as the architecture says if left out.")
        @Nullable Initializer weightInit)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.symbols().with(width);
  }

  @Override
  public List<Parameter> parameters(Site site) {
    return List.of(Parameter.weight("weight", "W", site.input().symbols(), width));
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    Initializer initializer = weightInit == null ? site.weightInit() : weightInit;
    int axes = site.input().rank();
    return new Vertex.Own(() -> new Lookup(axes), parameters(site), initializer);
  }

  /** Reads rows of the table, and adds up the gradients of those that it read. */
  private static final class Lookup implements Operation {
    private final int axes;
    private int[] symbols = {};
    private long[] shape = {};

    Lookup(int axes) {
      this.axes = axes;
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      INDArray table = parameters.value("W");
      symbols = input.reshape(input.length()).toIntVector();
      shape = input.shape();
      return Nd4j.pullRows(table, 1, symbols).reshape('c', OneHot.rows(shape, axes, table.size(1)));
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      INDArray table = parameters.gradient("W");
      int width = (int) table.size(1);
      double[] rows = gradient.reshape(gradient.length()).toDoubleVector();
      double[] sums = new double[(int) table.length()];
      for (int i = 0; i < symbols.length; i++) {
        for (int j = 0; j < width; j++) {
          sums[symbols[i] * width + j] += rows[i * width + j];
        }
      }
      table.assign(Nd4j.create(sums, table.shape(), 'c').castTo(table.dataType()));
      return Nd4j.zeros(gradient.dataType(), shape); // symbols have no derivative
    }
  }
}
