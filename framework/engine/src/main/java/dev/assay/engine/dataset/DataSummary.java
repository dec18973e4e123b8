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
  public record Statistics(double mean, double deviation, double min, double max) {}

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
    Map<String, Map<String, Integer>> classes = new LinkedHashMap<>();
    Map<String, Sums> sums = new LinkedHashMap<>();
    List<Map<String, String>> samples = new ArrayList<>();
    List<Field> fields = Stream.concat(spec.inputs().stream(), spec.targets().stream()).toList();
    Batch batch = Batch.of(spec, 1, Precision.DOUBLE);
    List<Values> values = Stream.concat(batch.inputs().stream(), batch.targets().stream()).toList();
    Data.Split all = data.split(split);
    for (int sample = 0; sample < all.size(); sample++) {
      all.read(sample, batch, 0);
      Map<String, String> texts = new LinkedHashMap<>();
      for (int i = 0; i < fields.size(); i++) {
        Field field = fields.get(i);
        double[] numbers = values.get(i).row(0);
        if (!field.shape().isSymbols()) {
          Sums sum = sums.computeIfAbsent(field.name(), name -> new Sums());
          DoubleStream.of(numbers).forEach(sum::add);
        } else if (field.shape().rank() == 0) {
          classes
              .computeIfAbsent(field.name(), name -> noneOf(data.vocabulary(field)))
              .merge(data.vocabulary(field).text(numbers), 1, Integer::sum);
        }
        if (sample < shown) {
          texts.put(field.name(), text(field, data, numbers));
        }
      }
      if (sample < shown) {
        samples.add(texts);
      }
    }
    Map<String, Statistics> statistics = new LinkedHashMap<>();
    sums.forEach((name, sum) -> statistics.put(name, sum.statistics()));
    return new DataSummary(split, all.size(), classes, statistics, samples);
  }

  /** A count for each class, so that one that does not occur is seen. */
  private static Map<String, Integer> noneOf(Vocabulary vocabulary) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    vocabulary.words().forEach(word -> counts.put(word, 0));
    return counts;
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
