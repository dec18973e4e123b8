package dev.assay.standard.layers;

/**
 * The sizes of attention's products, in the letters of {@link AttentionOperation}.
 *
 * @param samples B
 * @param steps T
 * @param read S, how many steps are read
 * @param heads H
 * @param size k
 * @param causal whether a step reads only itself and those before
 */
record AttentionSizes(int samples, int steps, int read, int heads, int size, boolean causal) {

  /** How many numbers all heads make of a step. */
  int inner() {
    return heads * size;
  }
}
