package dev.assay.engine.report;

import dev.assay.engine.tracking.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Learning curves: each metric over the epochs. */
public final class Curves {

  private Curves() {}

  /** The numbers of one metric. */
  private record Curve(List<Double> epochs, List<Double> values) {
    Curve() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    boolean isRising() {
      return values.get(values.size() - 1) > values.get(0);
    }

    boolean isFlat() {
      return values.stream().distinct().count() == 1;
    }
  }

  /**
   * Draws one picture for each metric name, with all splits in it; the loss once more on a
   * logarithmic axis.
   */
  public static void draw(List<Event> events, Plots plots) {
    for (Map.Entry<String, Map<String, Curve>> picture : collect(events).entrySet()) {
      String name = picture.getKey();
      if (isConstantRate(name, picture.getValue())) {
        continue;
      }
      plots.chart(name.replace('/', '-'), () -> chart(name, picture.getValue(), false));
      if (name.equals("loss") && isPositive(picture.getValue())) {
        plots.chart("loss-log", () -> chart(name + ", logarithmic", picture.getValue(), true));
      }
    }
  }

  private static boolean isPositive(Map<String, Curve> curves) {
    return curves.values().stream().flatMap(c -> c.values().stream()).allMatch(v -> v > 0);
  }

  /** Whether it shows just a number, and one that the experiment's file says. */
  private static boolean isConstantRate(String name, Map<String, Curve> curves) {
    return name.equals("learning_rate") && curves.values().stream().allMatch(Curve::isFlat);
  }

  /**
   * Curves by split, by what follows the split in their names, the loss first; without those of the
   * clock.
   */
  private static Map<String, Map<String, Curve>> collect(List<Event> events) {
    Map<String, Map<String, Curve>> pictures =
        new TreeMap<>(
            Comparator.comparing((String name) -> !name.equals("loss"))
                .thenComparing(Comparator.naturalOrder()));
    for (Event event : events) {
      if (event instanceof Event.Metrics metrics) {
        metrics
            .values()
            .forEach(
                (name, value) -> {
                  int slash = name.indexOf('/');
                  String split = name.substring(0, Math.max(0, slash));
                  if (!split.equals("time") && Double.isFinite(value)) {
                    Curve curve =
                        pictures
                            .computeIfAbsent(name.substring(slash + 1), n -> new TreeMap<>())
                            .computeIfAbsent(split, s -> new Curve());
                    curve.epochs().add((double) metrics.step());
                    curve.values().add(value);
                  }
                });
      }
    }
    return pictures;
  }

  private static XYChart chart(String name, Map<String, Curve> curves, boolean logarithmic) {
    XYChart chart =
        new XYChartBuilder().width(720).height(480).title(name).xAxisTitle("epoch").build();
    Look.apply(chart.getStyler());
    chart.getStyler().setLegendPosition(free(curves));
    chart.getStyler().setMarkerSize(5);
    chart.getStyler().setYAxisDecimalPattern("0.####");
    chart.getStyler().setXAxisDecimalPattern("0");
    chart.getStyler().setYAxisLogarithmic(logarithmic);
    if (logarithmic) {
      wholeDecade(chart, curves);
    }
    curves.forEach(
        (split, curve) ->
            chart.addSeries(split, curve.epochs(), curve.values()).setMarker(SeriesMarkers.CIRCLE));
    return chart;
  }

  /**
   * A logarithmic axis has numbers at powers of ten alone; where none of them lies among the
   * values, it reaches to those around.
   */
  private static void wholeDecade(XYChart chart, Map<String, Curve> curves) {
    DoubleSummaryStatistics all =
        curves.values().stream()
            .flatMap(curve -> curve.values().stream())
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    double decade = Math.pow(10, Math.floor(Math.log10(all.getMin())));
    if (all.getMin() > decade && all.getMax() < 10 * decade) {
      chart.getStyler().setYAxisMin(decade).setYAxisMax(10 * decade);
    }
  }

  /** A corner where no curve ends: curves come from the left, and end high or low. */
  private static LegendPosition free(Map<String, Curve> curves) {
    return curves.values().stream().anyMatch(Curve::isRising)
        ? LegendPosition.InsideSE
        : LegendPosition.InsideNE;
  }
}
