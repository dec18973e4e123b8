package dev.assay.standard.layers;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Operation;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All numbers of a sample as features, the last axis fastest.
 *
 * <p>In: any shape of real numbers. Out: {@code [features]}.
 */
@Doc("All numbers of a sample as features, the last axis fastest.")
@Example(value = "{type: flatten}", of = "[16, 5, 5]", makes = "[400]")
public record Flatten() implements Layer {

  @Override
  public Shape shape(Site site) {
    if (site.input().isSymbols()) {
      throw new ShapeException("takes numbers, not " + site.input().describe());
    }
    return Shape.of(site.input().size());
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Own(Reshape::new, List.of(), site.weightInit());
  }

  /** Numbers that lie in order already are not moved. */
  @Override
  public Footprint footprint(Site site) {
    return Footprint.of(0);
  }

  private static final class Reshape implements Operation {
    private long[] shape = {};

    @Override
    public INDArray forward(INDArray input, Parameters parameters, boolean training) {
      shape = input.shape();
      return input.reshape('c', shape[0], -1);
    }

    @Override
    public INDArray backward(INDArray gradient, Parameters parameters) {
      return gradient.reshape('c', shape);
    }
  }
}
