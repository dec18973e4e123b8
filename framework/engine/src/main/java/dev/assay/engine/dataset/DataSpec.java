package dev.assay.engine.dataset;

import dev.assay.engine.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the samples of a dataset look like.
 *
 * @param inputs what a network is given, each by name
 * @param targets what it is to predict, each by name; may be empty
 * @param samples the number of samples by split: {@code train}, {@code validation}, {@code test},
 *     or a name of the dataset's own; in order
 */
public record DataSpec(List<Field> inputs, List<Field> targets, Map<String, Integer> samples) {

  /** The split that networks are trained on. */
  public static final String TRAIN = "train";

  /**
   * A part of each sample.
   *
   * @param padded whether samples may have fewer steps, along the first axis, than the shape says;
   *     how many each has travels with its numbers, in {@link Values#lengths}
   */
  public record Field(String name, Shape shape, boolean padded) {

    /** A part that is the same size in each sample. */
    public Field(String name, Shape shape) {
      this(name, shape, false);
    }

    /** What a message calls it: {@code a sequence [12, 3] or shorter}. */
    public String describe() {
      return shape.describe() + (padded ? " or shorter" : "");
    }
  }

  public DataSpec {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
    samples = new LinkedHashMap<>(samples);
  }

  /** One input and one target. */
  public static DataSpec of(Shape input, Shape target, Map<String, Integer> samples) {
    return new DataSpec(
        List.of(new Field("input", input)), List.of(new Field("target", target)), samples);
  }

  /** The number of samples of a split, which must be one of this dataset's. */
  public int samples(String split) {
    return Objects.requireNonNull(samples.get(split), split);
  }
}
