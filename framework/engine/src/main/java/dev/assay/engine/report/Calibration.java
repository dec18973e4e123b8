package dev.assay.engine.report;

import java.awt.Color;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How often a network is right, by how sure it says it is: the reliability diagram of <a
 * href="https://arxiv.org/abs/1706.04599">Guo et al. 2017</a>, figure 1.
 */
public final class Calibration {

  private static final int BINS = 10;
  private static final Color DIAGONAL = new Color(0x8A93A5);

  private final long[] count = new long[BINS];
  private final long[] right = new long[BINS];
  private final double[] confidence = new double[BINS];

  private boolean probable = true;

  /** Whether a number can be a probability, by the rounding of single precision. */
  public static boolean isProbability(double number) {
    return number >= 0 && number <= 1 + 1e-5;
  }

  /** Whether all numbers counted were probabilities; not all losses make some. */
  public boolean isOfProbabilities() {
    return probable;
  }

  /**
   * Counts one sample.
   *
   * @param probability of the class that was predicted
   */
  public void add(double probability, boolean isRight) {
    probable &= isProbability(probability);
    int bin = Math.max(0, Math.min(BINS - 1, (int) Math.ceil(probability * BINS) - 1));
    count[bin]++;
    right[bin] += isRight ? 1 : 0;
    confidence[bin] += probability;
  }

  XYChart chart(String split) {
    XYChart chart =
        new XYChartBuilder()
            .width(720)
            .height(640)
            .title("calibration on the split %s, error %s".formatted(split, Figures.text(error())))
            .xAxisTitle("probability of the predicted class")
            .yAxisTitle("share that is right")
            .build();
    Look.apply(chart.getStyler());
    chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    chart.getStyler().setXAxisDecimalPattern("0.0").setYAxisDecimalPattern("0.0");
    chart.getStyler().setMarkerSize(10);
    XYSeries diagonal =
        chart.addSeries("as sure as right", new double[] {0, 1}, new double[] {0, 1});
    diagonal.setMarker(SeriesMarkers.NONE).setLineColor(DIAGONAL);
    chart.addSeries("the network", sure(), shares()).setMarker(SeriesMarkers.CIRCLE);
    return chart;
  }

  /** The mean distance of both, over all samples. */
  double error() {
    double distance = 0;
    long all = 0;
    for (int bin = 0; bin < BINS; bin++) {
      distance += Math.abs(right[bin] - confidence[bin]);
      all += count[bin];
    }
    return distance / all;
  }

  private double[] sure() {
    return filled(confidence);
  }

  private double[] shares() {
    double[] rights = new double[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      rights[bin] = right[bin];
    }
    return filled(rights);
  }

  /** The means of the bins that hold something. */
  private double[] filled(double[] sums) {
    double[] means = new double[BINS];
    int filled = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (count[bin] > 0) {
        means[filled++] = sums[bin] / count[bin];
      }
    }
    return Arrays.copyOf(means, filled);
  }
}
