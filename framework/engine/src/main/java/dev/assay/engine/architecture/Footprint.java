package dev.assay.engine.architecture;

import dev.assay.engine.shape.Shape;

/**
 * How many numbers of one sample a layer's kernel holds in memory. Those of images are counted as
 * they lie row by row; where they lie in blocks they are more.
 *
 * @param output the output as it lies there; the gradient by it takes as much
 * @param kept what the backward pass wants to know of the forward pass, beside the output
 * @param scratch what is needed for no longer than the layer's own backward pass takes
 * @param images how they lie
 */
public record Footprint(long output, long kept, long scratch, Images images) {

  /** That of a layer that wants and leaves images row by row, or has none. */
  public Footprint(long output, long kept, long scratch) {
    this(output, kept, scratch, Images.ROWS);
  }

  /** A layer that needs no more than its output. */
  public static Footprint of(long output) {
    return new Footprint(output, 0, 0);
  }

  /** The same, with images that lie in some way. */
  public Footprint with(Images lying) {
    return new Footprint(output, kept, scratch, lying);
  }

  /** That of several. */
  public Footprint times(int several) {
    return new Footprint(output * several, kept * several, scratch * several, images);
  }

  /** The same, with more that is kept. */
  public Footprint keeping(long more) {
    return new Footprint(output, kept + more, scratch, images);
  }

  /** What it takes where its output is an image in blocks. */
  public Footprint inBlocks(Shape image) {
    return new Footprint(
        Images.blocks(image, output),
        Images.blocks(image, kept),
        Images.blocks(image, scratch),
        images);
  }
}
