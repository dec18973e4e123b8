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

  private Look() {}

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
