package dev.assay.standard.graph;

import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Puts in an axis of length 1. */
@Doc("Puts in an axis of length 1.")
@Example(value = "{type: unsqueeze, axis: 0}", of = "[28, 28]", makes = "[1, 28, 28]")
public record Unsqueeze(
    @Doc("Its place in the output, counted from 0 without the batch; from the end if negative.")
        @Default("0")
        int axis)
    implements Layer {

  @Override
  public Shape shape(Site site) {
    site.numbers();
    Shape input = site.input();
    List<Integer> dims = new ArrayList<>(input.dims());
    dims.add(input.axis(axis, input.rank() + 1), 1);
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
