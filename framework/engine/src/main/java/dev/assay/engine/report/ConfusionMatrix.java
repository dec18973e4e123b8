package dev.assay.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** How often samples of each class (rows) were taken for each class (columns). */
public final class ConfusionMatrix {

  /** With more classes, numbers in the fields would not be legible. */
  private static final int MOST_NUMBERS = 12;

  /** With more, not all names have room, and the chart leaves some out. */
  private static final int MOST_NAMES = 26;

  private static final int NAME_ROOM = 16;

  /** As many have room side by side below the columns. */
  private static final int MOST_LETTERS = 50;

  private final List<String> classes;
  private final int[][] counts;

  /** A matrix of zeros. */
  public ConfusionMatrix(List<String> classes) {
    this.classes = List.copyOf(classes);
    this.counts = new int[classes.size()][classes.size()];
  }

  /** Counts one sample. */
  public void add(int truth, int predicted) {
    counts[truth][predicted]++;
  }

  /** What follows for each class. */
  List<ClassFigures> figures() {
    List<ClassFigures> figures = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      int column = label;
      long predicted = Arrays.stream(counts).mapToLong(row -> row[column]).sum();
      long samples = Arrays.stream(counts[label]).asLongStream().sum();
      figures.add(ClassFigures.of(classes.get(label), counts[label][label], predicted, samples));
    }
    return figures;
  }

  HeatMapChart chart(String title) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(720)
            .height(640)
            .title(title)
            .xAxisTitle("predicted")
            .yAxisTitle("true")
            .build();
    Look.apply(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setRangeColors(Look.SHADES);
    chart.getStyler().setMin(0);
    chart.getStyler().setMax(Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(1));
    chart.getStyler().setShowValue(classes.size() <= MOST_NUMBERS);
    chart.getStyler().setHeatMapValueDecimalPattern("#");
    chart.getStyler().setValueFont(Look.SMALL);
    if (classes.size() <= MOST_NAMES) {
      chart.getStyler().setXAxisTickMarkSpacingHint(NAME_ROOM);
      chart.getStyler().setYAxisTickMarkSpacingHint(NAME_ROOM);
    }
    if (classes.stream().mapToInt(String::length).max().orElse(0) * classes.size() > MOST_LETTERS) {
      chart.getStyler().setXAxisLabelRotation(90);
    }
    List<String> downward = new ArrayList<>(classes); // the first one at the top
    Collections.reverse(downward);
    chart.addSeries("samples", classes, downward, cells());
    return chart;
  }

  private List<Number[]> cells() {
    List<Number[]> cells = new ArrayList<>();
    int size = counts.length;
    for (int truth = 0; truth < size; truth++) {
      for (int predicted = 0; predicted < size; predicted++) {
        cells.add(new Number[] {predicted, size - 1 - truth, counts[truth][predicted]});
      }
    }
    return cells;
  }
}
