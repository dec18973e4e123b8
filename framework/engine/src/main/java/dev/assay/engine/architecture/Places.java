package dev.assay.engine.architecture;

/**
 * How many steps a layer makes of a sequence: as many as its windows have places, {@code
 * floor((times steps + room) / stride) + 1}; and one at least, since a sequence that is shorter
 * than a window is filled up to one.
 *
 * @param times how many steps become of each before windows are laid over them
 * @param room how far windows may reach beyond the sequence, altogether, less their own length
 * @param stride how far they lie apart
 */
public record Places(int times, int room, int stride) {

  /** A place for each step. */
  public static final Places ALL = new Places(-1, 1);

  /** Those of windows over the steps as they are. */
  public Places(int room, int stride) {
    this(1, room, stride);
  }

  /** So many for each step, and {@code more} or fewer. */
  public static Places ofEach(int times, int more) {
    return new Places(times, more - 1, 1);
  }

  /** How many there are over so many steps. */
  public int of(int steps) {
    return Math.max(1, Math.floorDiv(times * steps + room, stride) + 1);
  }

  /** Whether it is a formula without exceptions: no sequence has to be filled up. */
  public boolean isExact() {
    return stride == 1 && times + room >= 0;
  }

  /** What both make, one after the other; this one must be exact. */
  public Places then(Places next) {
    int all = times * next.times;
    int both = next.times * (room + 1) + next.room;
    return all % next.stride == 0
        ? new Places(all / next.stride, Math.floorDiv(both, next.stride), 1)
        : new Places(all, both, next.stride);
  }
}
