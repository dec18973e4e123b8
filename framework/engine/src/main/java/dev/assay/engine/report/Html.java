package dev.assay.engine.report;

import java.util.List;
import java.util.stream.Collectors;

/** Parts of a page. */
final class Html {

  private Html() {}

  /** The first row is the head. */
  static String table(List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n");
    for (List<String> row : rows) {
      String tag = row == rows.get(0) ? "th" : "td";
      String cells =
          row.stream()
              .map(cell -> "<%s>%s</%s>".formatted(tag, escaped(cell), tag))
              .collect(Collectors.joining());
      html.append("<tr>").append(cells).append("</tr>\n");
    }
    return html.append("</table></div>\n").toString();
  }

  /** Nothing, where there is no content. */
  static String titled(String title, String content) {
    return content.isEmpty() ? "" : "<h2>%s</h2>\n%s".formatted(title, content);
  }

  static String folded(String title, String content) {
    return content.isEmpty()
        ? ""
        : "<details><summary>%s</summary>\n%s</details>\n".formatted(title, content);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
