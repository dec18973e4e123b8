package dev.assay.datasets;

import dev.assay.engine.dataset.Batch;
import dev.assay.engine.dataset.Data;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;

/**
 * The numbers of a table.
 *
 * @param inputs the features of each row
 * @param targets for each target, a number or a class for each row
 */
record CsvFeatures(List<double[]> inputs, List<double[]> targets) {

  /**
   * Makes numbers of cells.
   *
   * @param training the rows by which columns are standardised, scaled and filled
   */
  static CsvFeatures fitted(CsvTable table, int[] training) {
    List<double[][]> blocks = new ArrayList<>();
    table.keys().inputs().forEach((name, kind) -> blocks.add(block(table, name, kind, training)));
    List<double[]> inputs = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      int at = row;
      inputs.add(blocks.stream().flatMapToDouble(block -> Arrays.stream(block[at])).toArray());
    }
    List<double[]> targets = new ArrayList<>();
    table
        .keys()
        .targets()
        .forEach((name, kind) -> targets.add(target(table, name, kind, training)));
    return new CsvFeatures(inputs, targets);
  }

  /** For each row, the features of a column. */
  private static double[][] block(CsvTable table, String name, Column kind, int[] training) {
    double[][] block = new double[table.rows().size()][table.width(name)];
    if (kind == Column.CATEGORY) {
      for (int row = 0; row < block.length; row++) {
        block[row][category(table, row, name)] = 1;
      }
      return block;
    }
    double[] numbers = numbers(table, name, kind, training);
    for (int row = 0; row < block.length; row++) {
      block[row][0] = numbers[row];
    }
    return block;
  }

  private static double[] target(CsvTable table, String name, Column kind, int[] training) {
    if (kind != Column.CATEGORY) {
      return numbers(table, name, kind, training);
    }
    double[] classes = new double[table.rows().size()];
    for (int row = 0; row < classes.length; row++) {
      classes[row] = category(table, row, name);
    }
    return classes;
  }

  private static int category(CsvTable table, int row, String column) {
    return Objects.requireNonNull(table.categories().get(column)).indexOf(table.cell(row, column));
  }

  private static double[] numbers(CsvTable table, String name, Column kind, int[] training) {
    double[] numbers = new double[table.rows().size()];
    for (int row = 0; row < numbers.length; row++) {
      String cell = table.cell(row, name);
      numbers[row] = table.keys().missing().contains(cell) ? Double.NaN : Double.parseDouble(cell);
    }
    double[] known =
        Arrays.stream(training)
            .mapToDouble(row -> numbers[row])
            .filter(x -> !Double.isNaN(x))
            .toArray();
    DoubleSummaryStatistics all = Arrays.stream(known).summaryStatistics();
    double mean = all.getAverage();
    double deviation =
        Math.sqrt(Arrays.stream(known).map(x -> (x - mean) * (x - mean)).average().orElse(0));
    for (int row = 0; row < numbers.length; row++) {
      double number = Double.isNaN(numbers[row]) ? mean : numbers[row];
      numbers[row] =
          switch (kind) {
            case STANDARDIZED -> (number - mean) / positive(deviation);
            case SCALED -> (number - all.getMin()) / positive(all.getMax() - all.getMin());
            case NUMBER, CATEGORY -> number;
          };
    }
    return numbers;
  }

  /** A column whose numbers are all the same has no deviation to divide by. */
  private static double positive(double size) {
    return size > 0 ? size : 1;
  }

  /** Some of the rows as samples. */
  Data.Split split(int[] rows) {
    return new Part(this, rows);
  }

  @SuppressWarnings("ArrayRecordComponent") // the numbers of rows, read only here
  private record Part(CsvFeatures features, int[] rows) implements Data.Split {

    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public void read(int sample, Batch batch, int row) {
      batch.inputs().get(0).setRow(row, features.inputs().get(rows[sample]));
      for (int i = 0; i < batch.targets().size(); i++) {
        batch.targets().get(i).setRow(row, features.targets().get(i)[rows[sample]]);
      }
    }
  }
}
