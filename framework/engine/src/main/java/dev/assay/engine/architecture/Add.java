package dev.assay.engine.architecture;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.shape.Shape;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;

/** The sum of its inputs, number by number; what a {@link Item.Residual} ends with. */
@Doc("The sum of its inputs, which must have the same shape.")
@Example(
    value = "{type: add}",
    of = {"[10, 32]", "[10, 32]"},
    makes = "[10, 32]")
public record Add() implements Layer {

  @Override
  public Shape shape(Site site) {
    return site.alike("adds");
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Join(new ElementWiseVertex(ElementWiseVertex.Op.Add));
  }

  @Override
  public Footprint footprint(Site site) {
    return Footprint.of(shape(site).size()).with(Images.AS_GIVEN);
  }

  @Override
  public long flops(Site site) {
    return (long) site.inputs().get(0).size() * (site.inputs().size() - 1);
  }
}
