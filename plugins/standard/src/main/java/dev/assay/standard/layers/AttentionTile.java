package dev.assay.standard.layers;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores that are computed at once, so few that they stay near the processor: of some samples and
 * some heads, and of causal attention only some of the steps that ask. These read no further than
 * the last of them, so that half of the scores of a long text are never computed.
 *
 * @param sample the first of the samples
 * @param head the first of the heads
 * @param from the first of the steps that ask
 * @param to the step behind the last of them
 * @param read how many steps they read, from the first on
 */
record AttentionTile(int sample, int samples, int head, int heads, int from, int to, int read) {

  /** Half of what the second cache of a core holds. */
  private static final int SCORES = 1 << 18;

  /** Fewer steps are not divided: small products take longer. */
  private static final int STEPS = 64;

  /** All tiles; of those of the same samples and heads, those of the last steps come first. */
  static List<AttentionTile> of(AttentionSizes sizes) {
    int asking = sizes.causal() ? Math.min(STEPS, sizes.steps()) : sizes.steps();
    long each = (long) asking * sizes.read();
    int heads = (int) Math.max(1, Math.min(sizes.heads(), SCORES / each));
    int samples = (int) Math.max(1, Math.min(sizes.samples(), SCORES / (each * sizes.heads())));
    List<AttentionTile> tiles = new ArrayList<>();
    for (int sample = 0; sample < sizes.samples(); sample += samples) {
      for (int head = 0; head < sizes.heads(); head += heads) {
        for (int to = sizes.steps(); to > 0; to -= asking) {
          tiles.add(
              new AttentionTile(
                  sample,
                  Math.min(samples, sizes.samples() - sample),
                  head,
                  Math.min(heads, sizes.heads() - head),
                  Math.max(0, to - asking),
                  to,
                  sizes.causal() ? to : sizes.read()));
        }
      }
    }
    return tiles;
  }

  /** How many steps ask. */
  int asking() {
    return to - from;
  }

  /** How many scores it has. */
  long scores() {
    return (long) samples * heads * asking() * read;
  }
}
