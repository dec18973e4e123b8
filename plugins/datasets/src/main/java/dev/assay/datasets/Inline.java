package dev.assay.datasets;

import dev.assay.config.bind.Consistent;
import dev.assay.config.bind.CrossField;
import dev.assay.config.bind.Default;
import dev.assay.config.bind.Doc;
import dev.assay.config.bind.NumberArray;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Words;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataFiles;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Dataset;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.dataset.Sequences;
import dev.assay.engine.shape.Shape;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Samples that stand in the experiment's file itself.
 *
 * <p>Each sample's input is a number or nested lists of numbers; so is its target, unless there are
 * classes: then it is a class, or a list of classes, counted from 0. A sample may have several
 * inputs and targets, each with a name.
 *
 * <p>Sequences, of symbols or of lists of numbers, may have different lengths if there is a {@code
 * max_length}: zeros fill them up to it, and whatever is computed of a sequence is computed of its
 * own steps. A target with a row for each step has as many as its input.
 */
@Doc("Samples that stand in the experiment's file itself.")
@Consistent
public record Inline(
    @Doc("Samples to train on.") @NotEmpty List<Sample> train,
    @Doc("Samples to test on.") List<Sample> test,
    @Doc("If inputs are symbols, how many different ones there are.") @Positive
        @Nullable Integer symbols,
    @Doc("If targets are classes, how many there are.") @Positive @Nullable Integer classes,
    @Doc(
            "How many symbols or classes there are, by the name of each of several inputs and"
                + " targets that holds some.")
        Map<String, @Positive Integer> categories,
    @Doc(
            value =
                "How long sequences may be, which may then have different lengths; all have the"
                    + " same if left out.",
            unit = "steps")
        @Positive
        @Nullable Integer maxLength,
    @Doc("Whether a longer sequence loses its end; it is an error if not.") @Default("false")
        boolean truncate)
    implements Dataset, CrossField {

  /** One sample. */
  @Doc("A sample.")
  public record Sample(
      @Doc("What the network is given.") @Nullable NumberArray input,
      @Doc("What it should say.") @Nullable NumberArray target,
      @Doc("What the network is given, by name, where that is several things.")
          Map<String, NumberArray> inputs,
      @Doc("What it should say, by name, where that is several things.")
          Map<String, NumberArray> targets) {

    private Map<String, NumberArray> given() {
      return named(INPUT, input, inputs);
    }

    private Map<String, NumberArray> wanted() {
      return named(TARGET, target, targets);
    }

    private static Map<String, NumberArray> named(
        String name, @Nullable NumberArray one, Map<String, NumberArray> several) {
      Map<String, NumberArray> all = new LinkedHashMap<>(several);
      if (one != null) {
        all.put(name, one);
      }
      return all;
    }
  }

  private static final String INPUT = "input";
  private static final String TARGET = "target";

  @Override
  public List<Clash> clashes() {
    return truncate && maxLength == null
        ? List.of(new Clash("truncate", "`truncate` needs a `max_length` to cut at"))
        : List.of();
  }

  @Override
  public DataSpec spec(DataFiles files) {
    List<Field> inputs = fields(Sample::given);
    List<Field> targets = fields(Sample::wanted);
    if (inputs.isEmpty()) {
      throw new DataException("sample 1 of `train` has no `input`").at("train");
    }
    known(inputs, targets);
    check(DataSpec.TRAIN, train, inputs, targets);
    check("test", test, inputs, targets);
    Map<String, Integer> samples = new LinkedHashMap<>();
    samples.put(DataSpec.TRAIN, train.size());
    if (!test.isEmpty()) {
      samples.put("test", test.size());
    }
    return new DataSpec(inputs, targets, samples);
  }

  /** The fields that the first sample has. */
  private List<Field> fields(Function<Sample, Map<String, NumberArray>> side) {
    List<Field> fields = new ArrayList<>();
    side.apply(train.get(0))
        .forEach(
            (name, array) -> {
              Shape first = shape(array, count(name));
              fields.add(
                  maxLength == null || !isSequence(first)
                      ? new Field(name, first)
                      : sequence(name, first, side));
            });
    return fields;
  }

  /** A row of symbols, or of whatever is more than a row of numbers. */
  private static boolean isSequence(Shape shape) {
    return shape.rank() >= (shape.isSymbols() ? 1 : 2);
  }

  /** Sequences that all have the same length need no padding. */
  private Field sequence(
      String name, Shape first, Function<Sample, Map<String, NumberArray>> side) {
    int longest = Objects.requireNonNull(maxLength);
    List<Integer> lengths =
        Stream.concat(train.stream(), test.stream())
            .map(sample -> side.apply(sample).get(name))
            .filter(array -> array != null && !array.shape().isEmpty())
            .map(array -> Math.min(longest, array.shape().get(0)))
            .distinct()
            .toList();
    boolean padded = lengths.size() > 1;
    List<Integer> dims = new ArrayList<>(first.dims());
    dims.set(0, padded ? longest : lengths.get(0));
    return new Field(name, new Shape(dims, first.symbols()), padded);
  }

  /** How many symbols or classes an input or target has; null for numbers. */
  private @Nullable Integer count(String name) {
    return switch (name) {
      case INPUT -> symbols;
      case TARGET -> classes;
      default -> categories.get(name);
    };
  }

  /** A bare number is one feature, unless it is a symbol. */
  private static Shape shape(NumberArray array, @Nullable Integer symbols) {
    List<Integer> dims = array.shape().isEmpty() && symbols == null ? List.of(1) : array.shape();
    return new Shape(dims, symbols == null ? 0 : symbols);
  }

  private void known(List<Field> inputs, List<Field> targets) {
    List<String> names = Stream.concat(inputs.stream(), targets.stream()).map(Field::name).toList();
    for (String name : categories.keySet()) {
      if (!names.contains(name)) {
        throw new DataException(
                "no input or target is called `%s`".formatted(name),
                "%s There are: %s.".formatted(Nearest.question(name, names), Words.commas(names)))
            .at("categories");
      }
    }
    if (Set.copyOf(names).size() < names.size()) {
      throw new DataException("an input and a target have the same name").at("train");
    }
  }

  private void check(String split, List<Sample> samples, List<Field> inputs, List<Field> targets) {
    for (int i = 0; i < samples.size(); i++) {
      String where = "sample %d of `%s`".formatted(i + 1, split);
      try {
        check(where, INPUT, samples.get(i).given(), inputs);
        check(where, TARGET, samples.get(i).wanted(), targets);
        aligned(where, samples.get(i), inputs, targets);
      } catch (DataException e) {
        throw e.in(samples.get(i));
      }
    }
  }

  private void check(
      String where, String kind, Map<String, NumberArray> arrays, List<Field> fields) {
    if (arrays.isEmpty() != fields.isEmpty()) {
      throw new DataException(
          "%s: either all samples have a `%s`, or none has".formatted(where, kind));
    }
    List<String> names = fields.stream().map(Field::name).toList();
    if (!arrays.keySet().equals(new HashSet<>(names))) {
      throw new DataException(
          "%s has the %ss %s, the first sample %s"
              .formatted(where, kind, Words.commas(arrays.keySet()), Words.commas(names)));
    }
    for (Field field : fields) {
      boolean alone = field.name().equals(kind);
      String what = alone ? "the " + kind : "the %s `%s`".formatted(kind, field.name());
      NumberArray array = Objects.requireNonNull(arrays.get(field.name()));
      try {
        check(where + ": " + what, array, field, count(field.name()));
      } catch (DataException e) {
        throw e.at(alone ? kind : kind + "s");
      }
    }
  }

  /** A target of a sequence has a row for each step of it. */
  private void aligned(String where, Sample sample, List<Field> inputs, List<Field> targets) {
    List<Integer> given = lengths(sample.given(), inputs);
    for (int length : lengths(sample.wanted(), targets)) {
      if (!given.isEmpty() && !given.contains(length)) {
        throw new DataException(
                "%s: the target has the length %d, and the input %d"
                    .formatted(where, length, given.get(0)))
            .at(targets.size() == 1 ? TARGET : TARGET + "s");
      }
    }
  }

  private static List<Integer> lengths(Map<String, NumberArray> arrays, List<Field> fields) {
    return fields.stream()
        .filter(Field::padded)
        .map(field -> Objects.requireNonNull(arrays.get(field.name())).shape().get(0))
        .toList();
  }

  private void check(String what, NumberArray array, Field field, @Nullable Integer symbols) {
    Shape shape = shape(array, symbols);
    boolean cut = maxLength != null && isSequence(shape);
    Shape expected = cut ? limited(what, shape, array, field.shape()) : field.shape();
    if (!shape.equals(expected)) {
      throw new DataException(
          "%s has the shape %s, the first sample's %s".formatted(what, shape, expected),
          isSequence(shape) && maxLength == null
              ? "`max_length: %d` lets sequences have different lengths"
                  .formatted(Math.max(shape.dim(0), expected.dim(0)))
              : null);
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

  /** The shape that is expected of a sequence of this length, if it may have it. */
  private Shape limited(String what, Shape shape, NumberArray array, Shape expected) {
    int width = Math.max(1, array.values().length / Math.max(1, shape.dim(0)));
    new Limit(Objects.requireNonNull(maxLength), truncate).applied(array.values(), width, what);
    List<Integer> dims = new ArrayList<>(expected.dims());
    dims.set(0, shape.dim(0));
    return new Shape(dims, expected.symbols());
  }

  @Override
  public Data open(DataFiles files, long seed) {
    Map<String, Data.Split> splits = new LinkedHashMap<>();
    Sequences trained = rows(train);
    Sequences tested = rows(test);
    splits.put(DataSpec.TRAIN, trained);
    if (!test.isEmpty()) {
      splits.put("test", tested);
    }
    String digest = Digests.sha256(trained.digest(), tested.digest());
    return new Data(splits, "in the file", digest);
  }

  private Sequences rows(List<Sample> samples) {
    List<Field> inputs = fields(Sample::given);
    List<Field> targets = fields(Sample::wanted);
    return new Sequences(
        samples.stream().map(sample -> numbers(sample.given(), inputs)).toList(),
        samples.stream().map(sample -> numbers(sample.wanted(), targets)).toList());
  }

  private static List<double[]> numbers(Map<String, NumberArray> arrays, List<Field> fields) {
    List<double[]> numbers = new ArrayList<>();
    for (Field field : fields) {
      double[] all = Objects.requireNonNull(arrays.get(field.name())).values();
      numbers.add(Arrays.copyOf(all, Math.min(all.length, field.shape().size())));
    }
    return numbers;
  }
}
