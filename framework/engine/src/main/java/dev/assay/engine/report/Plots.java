package dev.assay.engine.report;

import dev.assay.engine.tracking.Json;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.internal.chartpart.IChart;

/** The pictures of a run, as files in one folder. They are drawn side by side. */
public final class Plots {

  /** Dark already, wherever they are shown: how the names of such pictures begin. */
  static final Set<String> DARK = Set.of("samples", "mistakes");

  /** The figures of classes: how the names of such files begin. */
  static final String CLASSES = "classes";

  private static final int HISTOGRAM_COLUMNS = 2;

  private final Path folder;
  private final String ending;
  private final List<CompletableFuture<Path>> drawn;

  /** Pictures for a folder, which is made if it is not there. */
  public Plots(Path folder) {
    this(folder, "", new ArrayList<>());
  }

  private Plots(Path folder, String ending, List<CompletableFuture<Path>> drawn) {
    this.folder = folder;
    this.ending = ending;
    this.drawn = drawn;
  }

  /** The same ones, to which more are added whose names end in what they are of. */
  public Plots of(String part) {
    return new Plots(folder, "-" + part, drawn);
  }

  /** What has been written, in the order in which it was asked for; waits for all of it. */
  public List<Path> files() {
    return drawn.stream().map(CompletableFuture::join).toList();
  }

  /** A heat map. */
  public void confusion(ConfusionMatrix matrix, String split) {
    chart("confusion", () -> matrix.chart("classes of the split " + split));
  }

  /** What the network makes of each class, as JSON. */
  public void classes(ConfusionMatrix matrix) {
    write(CLASSES, ".json", file -> Files.writeString(file, Json.pretty(matrix.figures())));
  }

  /** How sure the network is, and how often it is right. */
  public void calibration(Calibration calibration, String split) {
    chart("calibration", () -> calibration.chart(split));
  }

  /** Predictions of numbers. */
  public void fit(String name, Fit fit) {
    chart(name, fit::chart);
  }

  /** Two charts side by side. */
  public void histograms(String name, Map<String, double[]> numbers) {
    write(name, () -> sideBySide(Histograms.charts(numbers)));
  }

  /** What a layer of attention looks at. */
  public void attention(String name, AttentionMap map) {
    write(name, map::draw);
  }

  /** Images with captions. */
  public void images(String name, List<ImageGrid.Tile> tiles) {
    write(name, () -> ImageGrid.draw(tiles));
  }

  void chart(String name, Supplier<IChart> chart) {
    write(name, () -> BitmapEncoder.getBufferedImage(chart.get()));
  }

  private static BufferedImage sideBySide(List<CategoryChart> charts) {
    int width = charts.get(0).getWidth();
    int height = charts.get(0).getHeight();
    int rows = (charts.size() + HISTOGRAM_COLUMNS - 1) / HISTOGRAM_COLUMNS;
    BufferedImage all =
        new BufferedImage(HISTOGRAM_COLUMNS * width, rows * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = all.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, all.getWidth(), all.getHeight());
    for (int i = 0; i < charts.size(); i++) {
      int x = i % HISTOGRAM_COLUMNS * width;
      BufferedImage chart = BitmapEncoder.getBufferedImage(charts.get(i));
      pen.drawImage(chart, x, i / HISTOGRAM_COLUMNS * height, null);
    }
    pen.dispose();
    return all;
  }

  private void write(String name, Supplier<BufferedImage> picture) {
    write(name, ".png", file -> ImageIO.write(picture.get(), "png", file.toFile()));
  }

  /** Writes a file. */
  @FunctionalInterface
  private interface Writing {
    void to(Path file) throws IOException;
  }

  private void write(String name, String kind, Writing writing) {
    drawn.add(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                Files.createDirectories(folder);
                Path file = folder.resolve(name + ending + kind);
                writing.to(file);
                return file;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
  }
}
