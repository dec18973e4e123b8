package dev.assay.engine.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Images side by side, each with a line below it. Dark, so that it does not glare anywhere. */
public final class ImageGrid {

  private static final int COLUMNS = 5;
  private static final int TILE = 120;
  private static final int GAP = 8;
  private static final int CAPTION = 28;
  private static final Color BACKGROUND = new Color(0x1C212B);
  private static final Color PLAIN = new Color(0xE6E9F0);
  private static final Color WRONG = new Color(0xFFA08A);

  private ImageGrid() {}

  /**
   * An image.
   *
   * @param numbers {@code [channels, height, width]}, of any range
   * @param wrong whether the caption tells of a mistake
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, and thrown away
  public record Tile(
      int channels, int height, int width, double[] numbers, String caption, boolean wrong) {

    /** The numbers from the least, as black, to the largest, as white. */
    private BufferedImage image() {
      double least = Double.MAX_VALUE;
      double most = -Double.MAX_VALUE;
      for (double number : numbers) {
        least = Math.min(least, number);
        most = Math.max(most, number);
      }
      double scale = most > least ? 255 / (most - least) : 0;
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      int plane = height * width;
      for (int pixel = 0; pixel < plane; pixel++) {
        int color = 0;
        for (int part = 0; part < 3; part++) {
          int channel = channels < 3 ? 0 : part;
          color = color << 8 | (int) ((numbers[channel * plane + pixel] - least) * scale);
        }
        image.setRGB(pixel % width, pixel / width, color);
      }
      return image;
    }
  }

  /** The picture; its rows follow from how many there are. */
  public static BufferedImage draw(List<Tile> tiles) {
    int rows = Math.max(1, (tiles.size() + COLUMNS - 1) / COLUMNS);
    BufferedImage sheet =
        new BufferedImage(
            GAP + COLUMNS * (TILE + GAP),
            GAP + rows * (TILE + CAPTION + GAP),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(BACKGROUND);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    for (int i = 0; i < tiles.size(); i++) {
      int x = GAP + i % COLUMNS * (TILE + GAP);
      int y = GAP + i / COLUMNS * (TILE + CAPTION + GAP);
      draw(pen, tiles.get(i), x, y);
    }
    pen.dispose();
    return sheet;
  }

  private static void draw(Graphics2D pen, Tile tile, int x, int y) {
    BufferedImage image = tile.image();
    double scale = (double) TILE / Math.max(image.getWidth(), image.getHeight());
    int width = (int) Math.round(image.getWidth() * scale);
    int height = (int) Math.round(image.getHeight() * scale);
    pen.drawImage(image, x + (TILE - width) / 2, y + (TILE - height) / 2, width, height, null);
    pen.setColor(tile.wrong() ? WRONG : PLAIN);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, fitting(pen, tile.caption())));
    int start = x + (TILE - pen.getFontMetrics().stringWidth(tile.caption())) / 2;
    pen.drawString(tile.caption(), start, y + TILE + 20);
  }

  /** Large letters, or smaller ones for what would be wider than its image. */
  private static int fitting(Graphics2D pen, String caption) {
    int size = 18;
    while (size > 9
        && pen.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, size)).stringWidth(caption)
            > TILE) {
      size--;
    }
    return size;
  }
}
