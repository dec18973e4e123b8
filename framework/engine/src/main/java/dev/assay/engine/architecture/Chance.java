package dev.assay.engine.architecture;

/**
 * Random numbers that follow from a seed, a place in the network, a training step and a number's
 * own place, so that it does not matter who computes them, in which order, or in which precision.
 *
 * @param stream what seed, place and step make together
 */
public record Chance(long stream) {

  /** 2 to the power -53: uniform numbers have as many digits as a double. */
  private static final double DIGITS = 0x1p-53;

  /**
   * The chance of a step.
   *
   * @param seed the experiment's
   * @param place which layer it is, counted from 0
   * @param step counted from 1
   */
  public static Chance of(long seed, long place, long step) {
    return new Chance(mixed(mixed(mixed(seed) + place) + step));
  }

  /** Whether something of this probability happens to a number. */
  public boolean happens(double probability, long number) {
    return mixed(stream + number) >>> 32 < (long) (probability * (1L << 32));
  }

  /** A number from 0 to 1, all of them equally probable. */
  public double uniform(long number) {
    return (mixed(stream + number) >>> 11) * DIGITS;
  }

  /** A number of mean 0 and variance 1, normally distributed (Box and Muller 1958). */
  public double normal(long number) {
    long first = mixed(stream + number);
    double radius = Math.sqrt(-2 * Math.log(((first >>> 11) + 1) * DIGITS));
    return radius * Math.cos(2 * Math.PI * (mixed(first) >>> 11) * DIGITS);
  }

  /** Steele, Lea and Flood's SplittableRandom (2014): each number gives an unrelated one. */
  private static long mixed(long number) {
    long z = (number + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
