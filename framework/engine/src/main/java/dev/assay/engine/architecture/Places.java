package dev.assay.engine.architecture;

/**
 * How many steps a layer makes of a sequence: as many as its windows have places, {@code
 * floor((steps + room) / stride) + 1}; and one at least, since a sequence that is shorter than a
 * window is filled up to one.
 *
 * @param room how far windows may reach beyond the sequence, altogether, less their own length
 * @param stride how far they lie apart
 */
public record Places(int room, int stride) {

  /** A place for each step. */
  public static final Places ALL = new Places(-1, 1);

  /** How many there are over so many steps. */
  public int of(int steps) {
    return Math.max(1, Math.floorDiv(steps + room, stride) + 1);
  }
}
