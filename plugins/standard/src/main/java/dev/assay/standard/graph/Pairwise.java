package dev.assay.standard.graph;

import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.kernel.Binding;
import dev.assay.engine.kernel.Kernel;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import dev.assay.standard.loops.LoopCombination;
import dev.assay.standard.loops.LoopKernel;

/**
 * A layer that makes one number of the features of two inputs, for each sample or step. In: {@code
 * [features]} or {@code [steps, features]}, twice. Out: {@code [1]} or {@code [steps, 1]}.
 */
public interface Pairwise extends Layer {

  /** The number of two rows of features. */
  double of(double[] a, double[] b);

  /** Writes the derivatives of that number by each feature of both. */
  void derive(double[] a, double[] b, double[] da, double[] db);

  @Override
  default Shape shape(Site site) {
    if (site.inputs().size() != 2) {
      throw new ShapeException(
          "compares two inputs, not %d".formatted(site.inputs().size()),
          "`from: [a, b]` names them");
    }
    Shape shape = site.alike("compares");
    if (shape.rank() > 2) {
      throw new ShapeException(
          "compares features [n] or sequences [steps, n], not " + shape.describe(),
          "a `flatten` before it makes features [%d]".formatted(shape.size()));
    }
    return Axis.with(shape, shape.rank() - 1, 1);
  }

  @Override
  default Reach reach() {
    return Reach.STEP;
  }

  @Override
  default Vertex vertex(Site site) {
    return new Vertex.Combined(new LoopCombination(rows(this, site), shape(site)));
  }

  /** Binds such a layer. */
  static Kernel bind(Pairwise layer, Binding at) {
    return LoopKernel.bind(rows(layer, at.site()), at);
  }

  private static PairwiseRows rows(Pairwise layer, Site site) {
    return new PairwiseRows(layer, site.inputs().get(0).dim(-1));
  }
}
