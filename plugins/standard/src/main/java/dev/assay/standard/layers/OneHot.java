package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes each symbol as a row of zeros with a one in the symbol's place.
 *
 * <p>In: one of n classes, a sequence {@code [steps]} of n symbols, or n symbols along more axes.
 * Out: {@code [n]} or {@code [steps, n]}, one axis more than the input has.
 */
@Doc("Writes each symbol as a row of zeros with a one in the symbol's place.")
@Example(value = "{type: one_hot}", of = "[10] of 65 symbols", makes = "[10, 65]")
public record OneHot() implements Layer {

  @Override
  public Shape shape(Site site) {
    Shape input = site.symbols();
    return input.with(input.symbols());
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    Shape input = site.input();
    return new Vertex.Own(
        () -> new Rows(input.symbols(), input.rank()), List.of(), site.weightInit());
  }

  /**
   * The shape of rows for symbols.
   *
   * @param symbols the shape in which they lie, which DL4J may have given an axis more
   * @param axes how many they have beside that of the samples
   */
  static long[] rows(long[] symbols, int axes, long width) {
    LongStream outer = Arrays.stream(symbols).limit(axes + 1L);
    return LongStream.concat(outer, LongStream.of(width)).toArray();
  }

  private static final class Rows implements Operation {
    private final int symbols;
    private final int axes;
    private long[] shape = {};

    Rows(int symbols, int axes) {
      this.symbols = symbols;
      this.axes = axes;
    }

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      shape = input.shape();
      int[] given = input.reshape(input.length()).toIntVector();
      float[] rows = new float[given.length * symbols];
      for (int i = 0; i < given.length; i++) {
        rows[i * symbols + given[i]] = 1;
      }
      return Nd4j.create(rows, rows(shape, axes, symbols), 'c').castTo(input.dataType());
    }

    /** Symbols have no derivative. */
    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      return Nd4j.zeros(gradient.dataType(), shape);
    }
  }
}
