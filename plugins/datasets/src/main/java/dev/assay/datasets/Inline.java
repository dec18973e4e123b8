package dev.assay.datasets;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.NumberArray;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Rows;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Samples that stand in the experiment's file itself.
 *
 * <p>Each sample's input is a number or nested lists of numbers; so is its target, unless there are
 * classes: then it is a class, or a list of classes, counted from 0.
 */
@Doc("Samples that stand in the experiment's file itself.")
public record Inline(
    @Doc("Samples to train on.") @NotEmpty List<Sample> train,
    @Doc("Samples to test on.") List<Sample> test,
    @Doc("If inputs are symbols, how many different ones there are.") @Positive
        @Nullable Integer symbols,
    @Doc("If targets are classes, how many there are.") @Positive @Nullable Integer classes)
    implements Dataset {

  /** One sample. */
  @Doc("A sample.")
  public record Sample(
      @Doc("What the network is given.") NumberArray input,
      @Doc("What it should say.") @Nullable NumberArray target) {}

  @Override
  public DataSpec spec(DataFiles files) {
    Sample first = train.get(0);
    List<Field> targets = new ArrayList<>();
    if (first.target() != null) {
      targets.add(new Field("target", shape(first.target(), classes)));
    }
    List<Field> inputs = List.of(new Field("input", shape(first.input(), symbols)));
    check("train", train, inputs, targets);
    check("test", test, inputs, targets);
    Map<String, Integer> samples = new LinkedHashMap<>();
    samples.put(DataSpec.TRAIN, train.size());
    if (!test.isEmpty()) {
      samples.put("test", test.size());
    }
    return new DataSpec(inputs, targets, samples);
  }

  /** A bare number is one feature, unless it is a symbol. */
  private static Shape shape(NumberArray array, @Nullable Integer symbols) {
    List<Integer> dims = array.shape().isEmpty() && symbols == null ? List.of(1) : array.shape();
    return new Shape(dims, symbols == null ? 0 : symbols);
  }

  private void check(String split, List<Sample> samples, List<Field> inputs, List<Field> targets) {
    for (int i = 0; i < samples.size(); i++) {
      String where = "sample %d of `%s`".formatted(i + 1, split);
      check(where + ": the input", samples.get(i).input(), inputs.get(0).shape(), symbols);
      NumberArray target = samples.get(i).target();
      if ((target == null) != targets.isEmpty()) {
        throw new DataException(where + ": either all samples have a `target`, or none has");
      }
      if (target != null) {
        check(where + ": the target", target, targets.get(0).shape(), classes);
      }
    }
  }

  private static void check(
      String what, NumberArray array, Shape expected, @Nullable Integer symbols) {
    Shape shape = shape(array, symbols);
    if (!shape.equals(expected)) {
      throw new DataException(
          "%s has the shape %s, the first sample's %s".formatted(what, shape, expected));
    }
    for (double value : array.values()) {
      if (symbols != null && (value != Math.rint(value) || value < 0 || value >= symbols)) {
        throw new DataException(
            "%s holds %s, which is none of the %d symbols 0 to %d"
                .formatted(
                    what, Double.toString(value).replaceAll("\\.0$", ""), symbols, symbols - 1));
      }
    }
  }

  @Override
  public Data open(DataFiles files, long seed) {
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    Rows trained = rows(train);
    splits.put(DataSpec.TRAIN, trained);
    if (!test.isEmpty()) {
      splits.put("test", rows(test));
    }
    return new Data(splits, "in the file", trained.digest());
  }

  private static Rows rows(List<Sample> samples) {
    return new Rows(
        samples.stream().map(sample -> sample.input().values()).toList(),
        samples.stream()
            .map(Sample::target)
            .map(target -> target == null ? new double[0] : target.values())
            .toList());
  }
}
