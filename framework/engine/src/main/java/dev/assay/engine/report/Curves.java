package dev.assay.engine.report;

import dev.assay.engine.tracking.Event;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
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
  }

  /**
   * Draws one picture for each metric name, with all splits in it, into a folder. Losses have a
   * logarithmic axis.
   *
   * @return the files written
   */
  public static List<Path> draw(List<Event> events, Path folder) throws IOException {
    Map<String, Map<String, Curve>> pictures = collect(events);
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, Map<String, Curve>> picture : pictures.entrySet()) {
      Files.createDirectories(folder);
      Path file = folder.resolve(picture.getKey().replace('/', '-') + ".png");
      XYChart chart = chart(picture.getKey(), picture.getValue());
      ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", file.toFile());
      files.add(file);
    }
    return files;
  }

  /** Curves by split, by what follows the split in their names; without those of the clock. */
  private static Map<String, Map<String, Curve>> collect(List<Event> events) {
    Map<String, Map<String, Curve>> pictures = new TreeMap<>();
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

  private static XYChart chart(String name, Map<String, Curve> curves) {
    XYChart chart =
        new XYChartBuilder().width(900).height(560).title(name).xAxisTitle("epoch").build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
    chart.getStyler().setMarkerSize(5);
    chart.getStyler().setYAxisDecimalPattern("0.####");
    chart.getStyler().setXAxisDecimalPattern("0");
    Font words = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    chart.getStyler().setAxisTickLabelsFont(words);
    chart.getStyler().setAxisTitleFont(words);
    chart.getStyler().setLegendFont(words);
    boolean positive =
        curves.values().stream().flatMap(c -> c.values().stream()).allMatch(v -> v > 0);
    chart.getStyler().setYAxisLogarithmic(name.equals("loss") && positive);
    curves.forEach(
        (split, curve) ->
            chart.addSeries(split, curve.epochs(), curve.values()).setMarker(SeriesMarkers.CIRCLE));
    return chart;
  }
}
