package dev.assay.engine.architecture;

import dev.assay.config.bind.Doc;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;

/** The sum of its inputs, number by number; what a {@link Item.Residual} ends with. */
@Doc("The sum of its inputs, which must have the same shape.")
public record Add() implements Layer {

  @Override
  public Shape shape(Site site) {
    Shape first = site.inputs().get(0);
    for (Shape other : site.inputs()) {
      if (!other.equals(first)) {
        throw new ShapeException("adds inputs of one shape, not %s and %s".formatted(first, other));
      }
    }
    if (site.inputs().size() < 2) {
      throw new ShapeException("adds two inputs or more, not one", "`from: [a, b]` names them");
    }
    return first;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Join(new ElementWiseVertex(ElementWiseVertex.Op.Add));
  }

  @Override
  public long flops(Site site) {
    return (long) site.inputs().get(0).size() * (site.inputs().size() - 1);
  }
}
