package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Combination;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The product of two inputs, sample by sample: {@code C = A B}.
 *
 * <p>In: {@code A [..., m, k]} and {@code B [..., k, n]} with the same axes before the last two; or
 * {@code [..., k, m]} and {@code [..., n, k]} where they are transposed. Out: {@code [..., m, n]}.
 */
@Doc("The matrix product of two inputs, sample by sample.")
@Elsewhere({"dot", "bmm", "einsum"})
@Example(
    value = "{type: matmul}",
    of = {"[10, 32]", "[32, 5]"},
    makes = "[10, 5]")
@Example(
    value = "{type: matmul, transpose_b: true}",
    of = {"[10, 32]", "[10, 32]"},
    makes = "[10, 10]")
public record MatrixProduct(
    @Doc("Whether the last two axes of the first input are exchanged.") @Default("false")
        boolean transposeA,
    @Doc("Whether the last two axes of the second input are exchanged.") @Default("false")
        boolean transposeB)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    List<Shape> inputs = site.numbers();
    if (inputs.size() != 2) {
      throw new ShapeException(
          "multiplies two inputs, not %d".formatted(inputs.size()), "`from: [a, b]` names them");
    }
    Shape a = inputs.get(0);
    Shape b = inputs.get(1);
    boolean matrices = a.rank() >= 2 && a.rank() == b.rank();
    if (!matrices || !outer(a).equals(outer(b)) || columns(a, transposeA) != rows(b, transposeB)) {
      throw new ShapeException(
          "multiplies [..., m, k] with [..., k, n], not %s%s with %s%s"
              .formatted(a, transposed(transposeA), b, transposed(transposeB)),
          matrices && outer(a).equals(outer(b)) ? fitting(a, b) : null);
    }
    List<Integer> dims = new ArrayList<>(outer(a));
    dims.add(rows(a, transposeA));
    dims.add(columns(b, transposeB));
    return new Shape(dims, 0);
  }

  /** Which of them to transpose so that they fit, if either way does. */
  private @Nullable String fitting(Shape a, Shape b) {
    if (columns(a, transposeA) == rows(b, !transposeB)) {
      return "`transpose_b: %s` would fit".formatted(!transposeB);
    }
    return columns(a, !transposeA) == rows(b, transposeB)
        ? "`transpose_a: %s` would fit".formatted(!transposeA)
        : null;
  }

  private static String transposed(boolean is) {
    return is ? " transposed" : "";
  }

  private static List<Integer> outer(Shape matrices) {
    return matrices.dims().subList(0, matrices.rank() - 2);
  }

  private static int rows(Shape matrices, boolean transposed) {
    return matrices.dim(transposed ? -1 : -2);
  }

  private static int columns(Shape matrices, boolean transposed) {
    return matrices.dim(transposed ? -2 : -1);
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new Product(transposeA, transposeB));
  }

  @Override
  public long flops(Site site) {
    return 2L * shape(site).size() * columns(site.inputs().get(0), transposeA);
  }

  private record Product(boolean transposeA, boolean transposeB) implements Combination {

    @Override
    public INDArray forward(List<INDArray> inputs) {
      return product(turned(inputs.get(0), transposeA), turned(inputs.get(1), transposeB));
    }

    /** {@code dA = dC B'} and {@code dB = A' dC}. */
    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray gradient) {
      INDArray a = turned(inputs.get(0), transposeA);
      INDArray b = turned(inputs.get(1), transposeB);
      return List.of(
          turned(product(gradient, turned(b, true)), transposeA),
          turned(product(turned(a, true), gradient), transposeB));
    }

    private static INDArray turned(INDArray matrices, boolean turn) {
      int last = matrices.rank() - 1;
      return turn ? matrices.swapAxes(last - 1, last).dup('c') : matrices;
    }

    private static INDArray product(INDArray a, INDArray b) {
      long m = a.size(a.rank() - 2);
      long k = a.size(a.rank() - 1);
      long n = b.size(b.rank() - 1);
      long[] shape = a.shape().clone();
      shape[shape.length - 1] = n;
      INDArray c = Nd4j.createUninitialized(a.dataType(), shape, 'c');
      INDArray left = a.reshape('c', -1, m, k);
      INDArray right = b.reshape('c', -1, k, n);
      INDArray all = c.reshape('c', -1, m, n);
      for (long i = 0; i < left.size(0); i++) {
        all.slice(i).assign(left.slice(i).mmul(right.slice(i)));
      }
      return c;
    }
  }
}
