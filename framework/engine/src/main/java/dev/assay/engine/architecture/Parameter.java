package dev.assay.engine.architecture;

import java.util.Arrays;
import java.util.List;

/**
 * An array that a layer learns.
 *
 * @param name as {@code weights:} and {@code expect:} call it
 * @param shape as it is written and shown
 * @param role what kind of parameter it is: optimizers treat biases and gains apart
 * @param storage where DL4J keeps it
 */
public record Parameter(String name, List<Integer> shape, Role role, Storage storage) {

  /** What a parameter does. */
  public enum Role {
    /** Multiplies; weight decay and weight initialisation are for these. */
    WEIGHT,
    /** Is added. */
    BIAS,
    /** Scales a normalised value. */
    GAIN,
    /** Is measured, not learned: a running mean or variance. */
    STATISTIC
  }

  /**
   * The place in the layer's parameter table.
   *
   * @param key DL4J's name of the array
   * @param firstColumn the first of the array's columns that belong to the parameter
   * @param columns how many of them belong to it; 0 for all
   */
  public record Storage(String key, int firstColumn, int columns) {}

  public Parameter {
    shape = List.copyOf(shape);
  }

  /** A weight that has DL4J's array of this key to itself. */
  public static Parameter weight(String name, String key, int... shape) {
    return new Parameter(name, list(shape), Role.WEIGHT, new Storage(key, 0, 0));
  }

  /** A bias that has DL4J's array of this key to itself. */
  public static Parameter bias(String name, String key, int... shape) {
    return new Parameter(name, list(shape), Role.BIAS, new Storage(key, 0, 0));
  }

  /** The same parameter in another role. */
  public Parameter as(Role other) {
    return new Parameter(name, shape, other, storage);
  }

  /** The same parameter in some columns of a wider array. */
  public Parameter inColumns(int first, int count) {
    return new Parameter(name, shape, role, new Storage(storage.key(), first, count));
  }

  /** How many numbers it has. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  private static List<Integer> list(int... shape) {
    return Arrays.stream(shape).boxed().toList();
  }
}
