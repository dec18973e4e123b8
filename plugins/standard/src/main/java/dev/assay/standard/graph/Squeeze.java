package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import java.util.ArrayList;
import java.util.List;

/** Leaves out an axis of length 1. */
@Doc("Leaves out an axis of length 1.")
@Example(value = "{type: squeeze, axis: 0}", of = "[1, 28, 28]", makes = "[28, 28]")
public record Squeeze(
    @Doc("The axis, counted from 0 without the batch, or from the end if negative.") @Default("0")
        int axis)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    site.numbers();
    Shape input = site.input();
    int gone = input.axis(axis);
    if (input.dim(gone) != 1 || input.rank() == 1) {
      throw new ShapeException(
          "leaves out an axis of length 1 beside others; axis %d of %s is none"
              .formatted(gone, input));
    }
    List<Integer> dims = new ArrayList<>(input.dims());
    dims.remove(gone);
    return new Shape(dims, 0);
  }

  /** The numbers stay where they are. */
  @Override
  public Footprint footprint(Site site) {
    return Footprint.of(0);
  }

  @Override
  public Vertex vertex(Site site) {
    return new Vertex.Combined(new Reshaped(shape(site)));
  }
}
