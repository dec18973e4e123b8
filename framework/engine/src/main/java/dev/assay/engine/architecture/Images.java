package dev.assay.engine.architecture;

import dev.assay.engine.shape.Shape;

/**
 * How a layer's kernel wants the images that it is given to lie in memory, and leaves its own. They
 * lie row by row, a channel behind the other; or in blocks, as vector instructions want them: some
 * channels of each pixel side by side, so that they fill a register, the last ones perhaps with
 * nothing but zeros.
 */
public enum Images {
  /** Wants them row by row, and leaves them so. */
  ROWS(false, false),

  /** Takes them as they lie, and leaves them row by row. */
  TO_ROWS(true, false),

  /** Takes them as they lie, and leaves them so. */
  AS_GIVEN(true, true),

  /** Wants them in blocks, and leaves them so; but those of the data are taken as they come. */
  BLOCKS(false, true);

  /** Numbers in the widest registers, those of AVX-512. */
  private static final int BLOCK = 16;

  /** So few channels are read row by row, since a block of them would be nearly all zeros. */
  private static final int COLOURS = 3;

  private final boolean takesAny;
  private final boolean keeps;

  Images(boolean takesAny, boolean keeps) {
    this.takesAny = takesAny;
    this.keeps = keeps;
  }

  /** Whether the kernel needs a copy of an image that another layer has left. */
  public boolean copies(Shape image, boolean inBlocks) {
    boolean fills = image.dim(0) > COLOURS;
    return !takesAny && (this == BLOCKS ? !inBlocks && fills : inBlocks);
  }

  /** Whether it leaves its images in blocks. */
  public boolean inBlocks(boolean given) {
    return keeps && (this == BLOCKS || given);
  }

  /** Whether samples of a shape are images: {@code [channels, height, width]}, or with a depth. */
  public static boolean are(Shape shape) {
    return shape.rank() >= 3 && !shape.isSymbols();
  }

  /** How many numbers some of such a shape take in blocks, with the zeros. */
  public static long blocks(Shape image, long numbers) {
    long channels = image.dim(0);
    return numbers * ((channels + BLOCK - 1) / BLOCK * BLOCK) / channels;
  }
}
