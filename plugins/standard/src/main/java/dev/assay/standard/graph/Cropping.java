package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import java.util.List;

/** A layer that takes the borders of a grid off. */
public interface Cropping extends OnGrid {

  List<Integer> cropping();

  private Borders borders() {
    return Borders.of(cropping(), axes());
  }

  @Override
  default Shape shaped(List<Shape> inputs) {
    return borders().inside(given(inputs)).shape();
  }

  @Override
  default List<Move> moves(List<Shape> inputs) {
    Shape output = shaped(inputs);
    Move.Box from = Move.Box.at(Axis.only(inputs), borders().corner(given(inputs)));
    return List.of(new Move(0, output.dims(), from, Move.Box.all(output)));
  }
}
