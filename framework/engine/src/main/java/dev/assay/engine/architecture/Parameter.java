package dev.assay.engine.architecture;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array that a layer learns.
 *
 * @param name as {@code weights:} and {@code expect:} call it
 * @param shape as it is written and shown
 * @param role what kind of parameter it is: optimizers treat biases and gains apart
 * @param storage where DL4J keeps it
 * @param start what each of its numbers starts with; weights start as their initializer says
 * @param chosen whether a key of the layer's own says what it starts with
 * @param initializer how it starts, or null: as the layer's other weights
 */
public record Parameter(
    String name,
    List<Integer> shape,
    Role role,
    Storage storage,
    double start,
    boolean chosen,
    @Nullable Initializer initializer) {

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
    return of(name, key, Role.WEIGHT, 0, shape);
  }

  /** A bias that has DL4J's array of this key to itself. */
  public static Parameter bias(String name, String key, int... shape) {
    return of(name, key, Role.BIAS, 0, shape);
  }

  /** A gain that has DL4J's array of this key to itself. It starts with 1. */
  public static Parameter gain(String name, String key, int... shape) {
    return of(name, key, Role.GAIN, 1, shape);
  }

  /** A statistic that has DL4J's array of this key to itself. */
  public static Parameter statistic(String name, String key, double start, int... shape) {
    return of(name, key, Role.STATISTIC, start, shape);
  }

  private static Parameter of(String name, String key, Role role, double start, int... shape) {
    List<Integer> dims = Arrays.stream(shape).boxed().toList();
    return new Parameter(name, dims, role, new Storage(key, 0, 0), start, false, null);
  }

  /** The same parameter in some columns of a wider array. */
  public Parameter inColumns(int first, int count) {
    Storage columns = new Storage(storage.key(), first, count);
    return new Parameter(name, shape, role, columns, start, chosen, initializer);
  }

  /** The same parameter, which starts with what a key of its layer says. */
  public Parameter startingWith(double number) {
    return new Parameter(name, shape, role, storage, number, true, initializer);
  }

  /** The same weights, which start in a way of their own where it is not null. */
  public Parameter startingAs(@Nullable Initializer own) {
    return new Parameter(name, shape, role, storage, start, chosen, own);
  }

  /** How many numbers it has. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
