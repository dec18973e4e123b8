package dev.assay.datasets;

import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.Encoder;
import dev.assay.engine.dataset.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a table's cells become for a network. */
record CsvFeatures(List<FittedColumn> inputs, List<FittedColumn> targets) implements Encoder {

  /**
   * Fits all columns.
   *
   * @param training the rows that they are fitted to
   */
  static CsvFeatures fitted(CsvTable table, int[] training) {
    return new CsvFeatures(
        columns(table, table.keys().ordered(), training),
        columns(table, table.keys().targets(), training));
  }

  private static List<FittedColumn> columns(
      CsvTable table, Map<String, Column> kinds, int[] training) {
    List<FittedColumn> columns = new ArrayList<>();
    kinds.forEach((name, kind) -> columns.add(FittedColumn.of(table, name, kind, training)));
    return columns;
  }

  /** The features of a row of cells, wherever it comes from. */
  @Override
  public double[] input(Map<String, String> cells) {
    return features(
        name -> {
          String cell = cells.get(name);
          if (cell == null) {
            throw new DataException("there is no `%s`".formatted(name));
          }
          return cell.trim();
        });
  }

  private double[] features(UnaryOperator<String> cells) {
    double[] features = new double[inputs.stream().mapToInt(FittedColumn::width).sum()];
    int at = 0;
    for (FittedColumn column : inputs) {
      column.write(cells.apply(column.name()), features, at);
      at += column.width();
    }
    return features;
  }

  /** Some rows of a table as samples. */
  Data.Split split(CsvTable of, int... rows) {
    List<double[]> features = new ArrayList<>();
    List<double[]> wanted = new ArrayList<>();
    for (int row : rows) {
      features.add(features(column -> of.cell(row, column)));
      wanted.add(targets.stream().mapToDouble(t -> t.number(of.cell(row, t.name()))).toArray());
    }
    return new Rows(features, wanted);
  }
}
