package dev.assay.engine.drawing;

import dev.assay.engine.drawing.Layout.Place;
import dev.assay.engine.drawing.Sketch.Kind;
import dev.assay.engine.drawing.Sketch.Node;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A sketch as a picture of its own: no font, no script and no style from elsewhere. */
final class Svg {

  private static final String STYLE =
      """
      <style>
        svg { background: #fff; font: 13px ui-sans-serif, system-ui, sans-serif; }
        text { fill: #1b2a3a; text-anchor: middle; }
        .name { font-weight: 600; }
        rect { fill: #f4f6f8; stroke: #9aa7b4; }
        .learned rect { fill: #e3eefa; stroke: #3b6ea5; }
        .input rect { fill: #eaf5ea; stroke: #4d8b52; }
        .head rect { fill: #fbeedd; stroke: #b3752b; }
        path { fill: none; stroke: #66717d; stroke-width: 1.4; }
        marker path { fill: #66717d; stroke: none; }
        @media (prefers-color-scheme: dark) {
          svg { background: #14181d; }
          text { fill: #e4e9ee; }
          rect { fill: #232a31; stroke: #6a7682; }
          .learned rect { fill: #1d3148; stroke: #6ba3dd; }
          .input rect { fill: #1e3322; stroke: #74b37a; }
          .head rect { fill: #3d2d18; stroke: #d9a05b; }
          path { stroke: #98a3ae; }
          marker path { fill: #98a3ae; }
        }
      </style>
      <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" \
      orient="auto"><path d="M0 0 L8 4 L0 8 z"/></marker></defs>
      """;

  private Svg() {}

  static String write(Sketch sketch, Layout layout) {
    StringBuilder svg = new StringBuilder();
    String size = number(layout.width()) + "\" height=\"" + number(layout.height());
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(size);
    svg.append("\" viewBox=\"0 0 ").append(number(layout.width())).append(' ');
    svg.append(number(layout.height())).append("\" role=\"img\">\n<title>");
    svg.append(escaped(sketch.title())).append("</title>\n").append(STYLE);
    layout.arrows().forEach(way -> svg.append(arrow(way)));
    for (Node node : sketch.nodes()) {
      svg.append(box(node, Objects.requireNonNull(layout.nodes().get(node.name()))));
    }
    return svg.append("</svg>\n").toString();
  }

  /** From the lower edge of the first place to the upper edge of the last, upright at each. */
  private static String arrow(List<Place> way) {
    StringBuilder path = new StringBuilder();
    double x = way.get(0).x;
    double y = way.get(0).y + way.get(0).height / 2;
    path.append("M%s %s".formatted(number(x), number(y)));
    for (Place next : way.subList(1, way.size())) {
      double end = next.y - next.height / 2;
      double middle = (y + end) / 2;
      path.append(
          " C%s %s %s %s %s %s"
              .formatted(
                  number(x),
                  number(middle),
                  number(next.x),
                  number(middle),
                  number(next.x),
                  number(end)));
      x = next.x;
      y = end;
      if (!next.isNode) {
        y = next.y + next.height / 2;
        path.append(" L%s %s".formatted(number(x), number(y)));
      }
    }
    return "<path d=\"%s\" marker-end=\"url(#tip)\"/>\n".formatted(path);
  }

  private static String box(Node node, Place place) {
    double left = place.x - place.width / 2;
    double top = place.y - place.height / 2;
    double round = node.kind() == Kind.INPUT || node.kind() == Kind.HEAD ? place.height / 2 : 6;
    StringBuilder group = new StringBuilder();
    group.append("<g class=\"%s\">".formatted(node.kind().name().toLowerCase(Locale.ROOT)));
    group.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
            .formatted(
                number(left),
                number(top),
                number(place.width),
                number(place.height),
                number(round)));
    for (int i = 0; i < node.lines().size(); i++) {
      group.append(
          "<text%s x=\"%s\" y=\"%s\">%s</text>"
              .formatted(
                  i == 0 ? " class=\"name\"" : "",
                  number(place.x),
                  number(top + 21 + 18 * i),
                  escaped(node.lines().get(i))));
    }
    return group.append("</g>\n").toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
