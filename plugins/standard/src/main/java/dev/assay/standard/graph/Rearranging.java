package dev.assay.standard.graph;

import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Images;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.List;

/** A layer that puts numbers elsewhere and changes none; places that get none hold 0. */
public interface Rearranging extends Layer {

  /**
   * The shape of the output for inputs of numbers.
   *
   * @throws dev.assay.engine.shape.ShapeException if the layer cannot take them
   */
  Shape shaped(List<Shape> inputs);

  /** What goes where; no number of the output is written twice. */
  List<Move> moves(List<Shape> inputs);

  @Override
  default Shape shape(Site site) {
    return shaped(site.numbers());
  }

  @Override
  default Footprint footprint(Site site) {
    return Footprint.of(shape(site).size()).with(Images.TO_ROWS);
  }

  @Override
  default Vertex vertex(Site site) {
    return new Vertex.Combined(new Rearrangement(this));
  }
}
