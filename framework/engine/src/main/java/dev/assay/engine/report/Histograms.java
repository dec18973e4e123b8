package dev.assay.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** How numbers are distributed, layer by layer. */
final class Histograms {

  private static final int BINS = 40;

  private Histograms() {}

  /** A chart for each entry, with what it is called above it. */
  static List<CategoryChart> charts(Map<String, double[]> numbers) {
    List<CategoryChart> charts = new ArrayList<>();
    numbers.forEach((name, values) -> charts.add(chart(name, values)));
    return charts;
  }

  private static CategoryChart chart(String name, double... numbers) {
    double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
    double least = Arrays.stream(finite).min().orElse(0);
    double most = Arrays.stream(finite).max().orElse(0);
    double width = most > least ? (most - least) / BINS : 1;
    double[] places = new double[BINS];
    double[] counts = new double[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      places[bin] = least + (bin + 0.5) * width;
    }
    for (double number : finite) {
      counts[Math.min(BINS - 1, (int) ((number - least) / width))]++;
    }
    String range = "%s, %s to %s".formatted(name, Figures.text(least), Figures.text(most));
    CategoryChart chart = new CategoryChartBuilder().width(360).height(220).title(range).build();
    Look.apply(chart.getStyler());
    chart.getStyler().setChartTitleFont(Look.SMALL);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setAvailableSpaceFill(1);
    chart.getStyler().setXAxisTicksVisible(false);
    chart.getStyler().setYAxisDecimalPattern("#,##0");
    chart.addSeries(name, places, counts);
    return chart;
  }
}
