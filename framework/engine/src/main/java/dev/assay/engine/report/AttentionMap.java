package dev.assay.engine.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * How much each step of a sequence looks at each step of one that it reads, in a picture for each
 * head: white is not at all, the darkest is wholly.
 *
 * @param asking what each step is called, from the top down
 * @param read what each step that is looked at is called, from left to right
 * @param heads for each head a number from 0 to 1 for each step, and in it for each step read
 */
public record AttentionMap(
    String title, List<String> asking, List<String> read, List<double[]> heads) {

  private static final int COLUMNS = 2;
  private static final int SIDE = 340;
  private static final int LARGEST_CELL = 30;
  private static final int SMALLEST_LETTERS = 9;
  private static final int LARGEST_LETTERS = 16;
  private static final int LONGEST_WORD = 110;

  /** Longer names stand on their side where they are above a column. */
  private static final int UPRIGHT = 2;

  private static final int GAP = 14;
  private static final int LINE = 26;
  private static final Color INK = new Color(0x1D2330);
  private static final Color FRAME = new Color(0xC5CAD3);

  BufferedImage draw() {
    int columns = Math.min(COLUMNS, heads.size());
    int rows = (heads.size() + columns - 1) / columns;
    int width = Math.max(columns * (words() + across() + GAP) + GAP, SIDE);
    int height = LINE + rows * (LINE + words() + down() + GAP) + GAP;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(INK);
    pen.setFont(Look.SMALL);
    pen.drawString(title, GAP, LINE - 6);
    for (int head = 0; head < heads.size(); head++) {
      int x = GAP + head % columns * (words() + across() + GAP);
      int y = LINE + head / columns * (LINE + words() + down() + GAP);
      head(pen, head, x, y);
    }
    pen.dispose();
    return image;
  }

  private int cell() {
    return Math.max(2, Math.min(LARGEST_CELL, SIDE / Math.max(asking.size(), read.size())));
  }

  private int across() {
    return cell() * read.size();
  }

  private int down() {
    return cell() * asking.size();
  }

  /** Room for the steps' names; none where a step is too small for letters. */
  private int words() {
    return cell() < SMALLEST_LETTERS
        ? 0
        : Math.min(LONGEST_WORD, longest() * letters() * 2 / 3 + 10);
  }

  private int longest() {
    int longest = 1;
    for (List<String> names : List.of(asking, read)) {
      for (String name : names) {
        longest = Math.max(longest, name.length());
      }
    }
    return longest;
  }

  private int letters() {
    return Math.max(SMALLEST_LETTERS, Math.min(LARGEST_LETTERS, cell() - 2));
  }

  /** One head, with its name above it and the steps' names at its left and at its top. */
  private void head(Graphics2D pen, int head, int x, int y) {
    int left = x + words();
    int top = y + LINE + words();
    pen.setColor(INK);
    pen.setFont(Look.SMALL);
    pen.drawString("head " + (head + 1), left, y + LINE - 6);
    cells(pen, heads.get(head), left, top);
    if (words() > 0) {
      pen.setColor(INK);
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, letters()));
      names(pen, left, top);
    }
  }

  private void cells(Graphics2D pen, double[] weights, int left, int top) {
    for (int row = 0; row < asking.size(); row++) {
      for (int column = 0; column < read.size(); column++) {
        pen.setColor(Look.shade(weights[row * read.size() + column]));
        pen.fillRect(left + column * cell(), top + row * cell(), cell(), cell());
      }
    }
    pen.setColor(FRAME);
    pen.drawRect(left - 1, top - 1, across() + 1, down() + 1);
  }

  private void names(Graphics2D pen, int left, int top) {
    FontMetrics metrics = pen.getFontMetrics();
    int middle = (cell() + metrics.getAscent() - metrics.getDescent()) / 2;
    for (int row = 0; row < asking.size(); row++) {
      String name = fitting(asking.get(row), metrics);
      int x = left - 5 - metrics.stringWidth(name);
      pen.drawString(name, x, top + row * cell() + middle);
    }
    for (int column = 0; column < read.size(); column++) {
      String name = fitting(read.get(column), metrics);
      int start = left + column * cell();
      if (longest() <= UPRIGHT) {
        pen.drawString(name, start + (cell() - metrics.stringWidth(name)) / 2, top - 5);
      } else {
        turned(pen, name, start + middle, top - 5);
      }
    }
  }

  private static void turned(Graphics2D pen, String name, int x, int y) {
    AffineTransform before = pen.getTransform();
    pen.translate(x, y);
    pen.rotate(-Math.PI / 2);
    pen.drawString(name, 0, 0);
    pen.setTransform(before);
  }

  private String fitting(String name, FontMetrics metrics) {
    String shown = name;
    while (shown.length() > 1 && metrics.stringWidth(shown) > words() - 8) {
      shown = shown.substring(0, shown.length() - 1);
    }
    return shown;
  }
}
