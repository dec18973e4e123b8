package dev.assay.engine.report;

import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Numbers that a network predicted, beside those that were right.
 *
 * @param title what the picture says of itself
 * @param inputs the only number that each sample has; empty where samples have more
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record Fit(String title, double[] inputs, double[] targets, double[] predictions) {

  /**
   * Draws both over the input where that is one number. Where it is more, each sample is a point,
   * its target to the right and its prediction upwards, and what is right lies on the diagonal.
   */
  XYChart chart() {
    XYChart chart = inputs.length == 0 ? againstEachOther() : overTheInput();
    Look.apply(chart.getStyler());
    chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
    chart.getStyler().setMarkerSize(5);
    chart.getStyler().setXAxisDecimalPattern("0.##");
    chart.getStyler().setYAxisDecimalPattern("0.##");
    return chart;
  }

  private XYChart overTheInput() {
    XYChart chart = chart("input", "target and prediction");
    points(chart, "target", inputs, targets);
    points(chart, "prediction", inputs, predictions);
    return chart;
  }

  private XYChart againstEachOther() {
    XYChart chart = chart("target", "prediction");
    points(chart, "prediction", targets, predictions);
    double least = DoubleStream.of(targets).min().orElse(0);
    double most = DoubleStream.of(targets).max().orElse(1);
    double[] ends = {least, most};
    chart.addSeries("target", ends, ends).setMarker(SeriesMarkers.NONE);
    return chart;
  }

  private XYChart chart(String x, String y) {
    return new XYChartBuilder()
        .width(720)
        .height(480)
        .title(title)
        .xAxisTitle(x)
        .yAxisTitle(y)
        .build();
  }

  private static void points(XYChart chart, String name, double[] x, double[] y) {
    chart
        .addSeries(name, x, y)
        .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
        .setMarker(SeriesMarkers.CIRCLE);
  }
}
