package dev.assay.standard.graph;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Elsewhere;
import dev.assay.config.bind.Example;
import dev.assay.engine.architecture.Footprint;
import dev.assay.engine.architecture.Layer;
import dev.assay.engine.architecture.Site;
import dev.assay.engine.architecture.Vertex;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.shape.ShapeException;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/** The same numbers in their order, the last axis fastest, under another shape. */
@Doc("The same numbers in their order, the last axis fastest, under another shape.")
@Elsewhere("view")
@Example(value = "{type: reshape, shape: [7, -1]}", of = "[6, 28, 28]", makes = "[7, 672]")
public record Reshape(
    @Doc("The length of each axis, without the batch; -1, once, for what is left.") @NotEmpty
        List<Integer> shape)
    implements Layer {

  private static final int REST = -1;

  @Override
  public Shape shape(Site site) {
    site.numbers();
    int size = site.input().size();
    long unknown = shape.stream().filter(length -> length == REST).count();
    if (unknown > 1 || shape.stream().anyMatch(length -> length < 1 && length != REST)) {
      throw new ShapeException(
          "has lengths from 1 on, and -1 at most once for what is left, not %s".formatted(shape));
    }
    int known = shape.stream().filter(length -> length != REST).reduce(1, Math::multiplyExact);
    if (unknown == 0 ? known != size : size % known != 0) {
      throw new ShapeException(
          "cannot make %s of the %,d numbers of %s"
              .formatted(shape, size, site.input().describe()));
    }
    return new Shape(
        shape.stream().map(length -> length == REST ? size / known : length).toList(), 0);
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
