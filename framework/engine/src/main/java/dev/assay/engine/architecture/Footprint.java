package dev.assay.engine.architecture;

/**
 * How many numbers of one sample a layer's kernel holds in memory.
 *
 * @param output the output as it lies there; the gradient by it takes as much
 * @param kept what the backward pass wants to know of the forward pass, beside the output
 * @param scratch what is needed for no longer than the layer's own backward pass takes
 */
public record Footprint(long output, long kept, long scratch) {

  /** A layer that needs no more than its output. */
  public static Footprint of(long output) {
    return new Footprint(output, 0, 0);
  }

  /** That of several. */
  public Footprint times(int several) {
    return new Footprint(output * several, kept * several, scratch * several);
  }

  /** The same, with more that is kept. */
  public Footprint keeping(long more) {
    return new Footprint(output, kept + more, scratch);
  }
}
