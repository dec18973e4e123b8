package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * How the cells of a column become numbers: a word by its place among the words, a number as {@code
 * (number - shift) / scale}.
 *
 * @param words what a cell may say; nothing where it is a number
 * @param missing cells that mean that a number is missing
 * @param mean what stands for a missing number
 */
record FittedColumn(
    String name,
    List<String> words,
    List<String> missing,
    double mean,
    double shift,
    double scale) {

  /**
   * Fits a column.
   *
   * @param training the rows by which it is standardised, scaled and filled
   */
  static FittedColumn of(CsvTable table, String name, Column kind, int[] training) {
    List<String> words = table.categories().getOrDefault(name, List.of());
    List<String> missing = table.keys().missing();
    double[] known =
        Arrays.stream(kind == Column.CATEGORY ? new int[0] : training)
            .mapToObj(row -> table.cell(row, name))
            .filter(cell -> !missing.contains(cell))
            .mapToDouble(Double::parseDouble)
            .toArray();
    if (known.length == 0 && kind != Column.CATEGORY) {
      throw new DataException(
          "%s: no row of the training part has a number in `%s`".formatted(table.source(), name));
    }
    DoubleSummaryStatistics all = Arrays.stream(known).summaryStatistics();
    double mean = all.getAverage();
    double variance = Arrays.stream(known).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return switch (kind) {
      case NUMBER, CATEGORY -> new FittedColumn(name, words, missing, mean, 0, 1);
      case STANDARDIZED ->
          new FittedColumn(name, words, missing, mean, mean, positive(Math.sqrt(variance)));
      case SCALED ->
          new FittedColumn(
              name, words, missing, mean, all.getMin(), positive(all.getMax() - all.getMin()));
    };
  }

  /** A column whose numbers are all the same has no deviation to divide by. */
  private static double positive(double size) {
    return size > 0 ? size : 1;
  }

  /** How many features it becomes. */
  int width() {
    return Math.max(1, words.size());
  }

  /**
   * The number of a cell; of a word, its place among the words.
   *
   * @throws DataException if the cell is no number, or none of the words
   */
  double number(String cell) {
    if (!words.isEmpty()) {
      int place = words.indexOf(cell);
      if (place < 0) {
        throw new DataException("`%s` is `%s`, which is none of %s".formatted(name, cell, words));
      }
      return place;
    }
    return ((missing.contains(cell) ? mean : parsed(cell)) - shift) / scale;
  }

  private double parsed(String cell) {
    return Numbers.parse(cell)
        .orElseThrow(() -> new DataException("`%s` is no number: `%s`".formatted(name, cell)));
  }

  /** Writes the features of a cell: one for a number, one for each word. */
  void write(String cell, double[] features, int at) {
    double number = number(cell);
    if (words.isEmpty()) {
      features[at] = number;
    } else {
      features[at + (int) number] = 1;
    }
  }
}
