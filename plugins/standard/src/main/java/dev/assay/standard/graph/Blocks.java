package dev.assay.standard.graph;

import dev.assay.engine.shape.Shape;
import java.util.List;

/**
 * The pixels of an image by channel, row and column within their block, and row and column of the
 * block.
 *
 * @param dims how many there are of each
 * @param deep where they lie in an image that has a channel for each pixel of a block
 * @param wide where they lie in one that has them side by side
 */
record Blocks(List<Integer> dims, Move.Box deep, Move.Box wide) {

  /** Blocks of an image that has a channel for each pixel of one. */
  static Blocks of(Shape deep, int block) {
    int height = deep.dim(1);
    int width = deep.dim(2);
    int row = width * block;
    List<Integer> dims = List.of(deep.dim(0) / block / block, block, block, height, width);
    return new Blocks(
        dims,
        Move.Box.all(new Shape(dims, 0)),
        new Move.Box(0, List.of(height * block * row, row, 1, block * row, block)));
  }

  /** All pixels, from side by side to channels, or back. */
  Move moved(boolean toChannels) {
    return new Move(0, dims, toChannels ? wide : deep, toChannels ? deep : wide);
  }
}
