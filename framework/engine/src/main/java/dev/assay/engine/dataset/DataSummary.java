package dev.assay.engine.dataset;

import dev.assay.engine.dataset.DataSpec.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What is in a split.
 *
 * @param classes for each target that is one class, how many samples each class has
 * @param statistics for each field of numbers, their mean, deviation, smallest and largest
 * @param samples some samples, each field as text
 */
public record DataSummary(
    String split,
    int size,
    Map<String, Map<String, Integer>> classes,
    Map<String, Statistics> statistics,
    List<Map<String, String>> samples) {

  /** Of all the numbers of a field. */
  public record Statistics(double mean, double deviation, double min, double max) {

    String describe() {
      return String.format(
          Locale.ROOT, "mean %.4g, deviation %.4g, from %.4g to %.4g", mean, deviation, min, max);
    }
  }

  /** Of a long row of numbers, as many are shown. */
  private static final int SHOWN = 12;

  /** Sums up numbers as they come. */
  private static final class Sums {
    private long count;
    private double sum;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    void add(double value) {
      count++;
      sum += value;
      squares += value * value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }

    Statistics statistics() {
      double mean = sum / count;
      return new Statistics(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)), min, max);
    }
  }

  /**
   * Reads a whole split.
   *
   * @param shown how many samples to show
   */
  public static DataSummary of(DataSpec spec, Data data, String split, int shown) {
    Map<Field, int[]> counts = new LinkedHashMap<>();
    Map<String, Sums> sums = new LinkedHashMap<>();
    List<Map<String, String>> samples = new ArrayList<>();
    List<Field> fields = Stream.concat(spec.inputs().stream(), spec.targets().stream()).toList();
    Batch batch = Batch.of(spec, 1, Precision.DOUBLE);
    List<Values> values = Stream.concat(batch.inputs().stream(), batch.targets().stream()).toList();
    Data.Split all = data.split(split);
    boolean counted = fields.stream().anyMatch(DataSummary::isCounted);
    for (int sample = 0; sample < (counted ? all.size() : Math.min(shown, all.size())); sample++) {
      all.read(sample, batch, 0);
      for (int i = 0; i < fields.size(); i++) {
        count(fields.get(i), values.get(i), counts, sums);
      }
      if (sample < shown) {
        samples.add(texts(fields, values, data));
      }
    }
    Map<String, Map<String, Integer>> classes = new LinkedHashMap<>();
    counts.forEach((field, of) -> classes.put(field.name(), named(of, data.vocabulary(field))));
    Map<String, Statistics> statistics = new LinkedHashMap<>();
    sums.forEach((name, sum) -> statistics.put(name, sum.statistics()));
    return new DataSummary(split, all.size(), classes, statistics, samples);
  }

  /** What there is of each field that is summed up, in a line. */
  public Map<String, String> describe() {
    Map<String, String> lines = new LinkedHashMap<>();
    classes.forEach(
        (field, counts) ->
            lines.put(
                field,
                counts.entrySet().stream()
                    .map(c -> "%s %,d".formatted(c.getKey().replace("\n", "\\n"), c.getValue()))
                    .collect(Collectors.joining(", "))));
    statistics.forEach((field, of) -> lines.put(field, of.describe()));
    return lines;
  }

  /** Of a sequence of symbols, nothing is summed up. */
  private static boolean isCounted(Field field) {
    return !field.shape().isSymbols() || field.shape().rank() == 0;
  }

  private static void count(
      Field field, Values values, Map<Field, int[]> counts, Map<String, Sums> sums) {
    if (!field.shape().isSymbols()) {
      Sums sum = sums.computeIfAbsent(field.name(), name -> new Sums());
      for (double number : values.row(0)) {
        sum.add(number);
      }
    } else if (isCounted(field)) {
      counts.computeIfAbsent(field, of -> new int[of.shape().symbols()])[(int) values.get(0)]++;
    }
  }

  private static Map<String, String> texts(List<Field> fields, List<Values> values, Data data) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      texts.put(fields.get(i).name(), text(fields.get(i), data, values.get(i).row(0)));
    }
    return texts;
  }

  /** A count for each class, so that one that does not occur is seen. */
  private static Map<String, Integer> named(int[] counts, Vocabulary vocabulary) {
    Map<String, Integer> named = new LinkedHashMap<>();
    for (int label = 0; label < counts.length; label++) {
      named.put(vocabulary.text(label), counts[label]);
    }
    return named;
  }

  private static String text(Field field, Data data, double[] numbers) {
    if (field.shape().isSymbols()) {
      return data.vocabulary(field).text(numbers).replace("\n", "\\n");
    }
    String more = numbers.length > SHOWN ? " ..." : "";
    return DoubleStream.of(numbers)
        .limit(SHOWN)
        .mapToObj(number -> String.format(Locale.ROOT, "%.3g", number))
        .collect(Collectors.joining(" ", "[", more + "]"));
  }
}
