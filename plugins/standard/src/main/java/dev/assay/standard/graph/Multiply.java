package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Padding;
import dev.assay.engine.architecture.Reach;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;

/**
 * The product of its inputs, number by number. In and out: inputs of one shape; or of length 1
 * where another one has more, or {@code [channels]} beside images and {@code [features]} beside
 * sequences, so that a number multiplies many (the gates of <a
 * href="https://arxiv.org/abs/1709.01507">Hu et al. 2018</a>, equation 4).
 */
@Doc(
    "The product of its inputs, number by number; where one has length 1, its number multiplies all"
        + " of the others' axis, and numbers of channels multiply all pixels.")
@Elsewhere({"mul", "product"})
@Example(
    value = "{type: multiply}",
    of = {"[6, 28, 28]", "[6]"},
    makes = "[6, 28, 28]")
public record Multiply() implements Layer {

  @Override
  public Shape shape(Site site) {
    return broadcast(site).output();
  }

  static Broadcast broadcast(Site site) {
    if (site.inputs().size() < 2) {
      throw new ShapeException(
          "multiplies two inputs or more, not one", "`from: [a, b]` names them");
    }
    return Broadcast.of(site.numbers());
  }

  @Override
  public Reach reach() {
    return Reach.STEP;
  }

  /** What a number stands for many of has no steps that end where the others' do. */
  @Override
  public Padding padding(Site site) {
    return broadcast(site).alike() ? Padding.KEPT : Padding.UNKNOWN;
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new Product());
  }

  @Override
  public Footprint footprint(Site site) {
    Images images = broadcast(site).alike() ? Images.AS_GIVEN : Images.ROWS;
    return Footprint.of(shape(site).size()).with(images);
  }

  @Override
  public long flops(Site site) {
    return (long) shape(site).size() * (site.inputs().size() - 1);
  }
}
