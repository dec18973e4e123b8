package dev.assay.engine.report;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
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
  public void draw(Path file) throws IOException {
    XYChart chart = inputs.length == 0 ? againstEachOther() : overTheInput();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
    chart.getStyler().setMarkerSize(5);
    chart.getStyler().setXAxisDecimalPattern("0.##");
    chart.getStyler().setYAxisDecimalPattern("0.##");
    Font words = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    chart.getStyler().setAxisTickLabelsFont(words);
    chart.getStyler().setAxisTitleFont(words);
    chart.getStyler().setLegendFont(words);
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
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
        .width(900)
        .height(560)
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
