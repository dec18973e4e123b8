package dev.assay.standard.layers;

import dev.assay.engine.shape.Shape;

/**
 * Images as vector instructions want them: some channels of each pixel side by side, so that they
 * fill a register; the last ones may be nothing but zeros.
 */
public final class ChannelBlocks {

  /** Numbers in the widest registers, those of AVX-512. */
  private static final int BLOCK = 16;

  private ChannelBlocks() {}

  /** How many numbers an image {@code [channels, height, width]} takes. */
  public static long numbers(Shape image) {
    long channels = image.dim(0);
    return image.size() / channels * ((channels + BLOCK - 1) / BLOCK * BLOCK);
  }
}
