package dev.assay.engine.report;

import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;

/** How all charts look: letters that can still be read when a phone shows the picture. */
final class Look {

  static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 16);

  /** Neither light nor dark: the report turns charts round for a dark page. */
  private static final Color[] COLORS = {
    new Color(0x2F6FD0), new Color(0xC8561B), new Color(0x2B8A4B), new Color(0x9A4FB5)
  };

  /** From nothing to all there is. */
  static final Color[] SHADES = {
    Color.WHITE, new Color(0xC9DDF2), new Color(0x7FAEDB), new Color(0x3B6EA5)
  };

  private Look() {}

  /** The shade of a share from 0 to 1. */
  static Color shade(double share) {
    double place = Math.max(0, Math.min(1, share)) * (SHADES.length - 1);
    int below = Math.min(SHADES.length - 2, (int) place);
    Color from = SHADES[below];
    Color to = SHADES[below + 1];
    double part = place - below;
    return new Color(
        mixed(from.getRed(), to.getRed(), part),
        mixed(from.getGreen(), to.getGreen(), part),
        mixed(from.getBlue(), to.getBlue(), part));
  }

  private static int mixed(int from, int to, double part) {
    return (int) Math.round(from + part * (to - from));
  }

  static void apply(AxesChartStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartTitleFont(WORDS);
    styler.setAxisTitleFont(WORDS);
    styler.setAxisTickLabelsFont(SMALL);
    styler.setLegendFont(SMALL);
    styler.setAntiAlias(true);
    styler.setSeriesColors(COLORS);
  }
}
