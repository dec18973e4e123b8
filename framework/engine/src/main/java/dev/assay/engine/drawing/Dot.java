package dev.assay.engine.drawing;

import dev.assay.engine.drawing.Sketch.Node;
import java.util.stream.Collectors;

/** A sketch in the language of <a href="https://graphviz.org/doc/info/lang.html">Graphviz</a>. */
final class Dot {

  private Dot() {}

  static String write(Sketch sketch) {
    String nodes =
        sketch.nodes().stream()
            .map(node -> "  %s [%s];\n".formatted(quoted(node.name()), look(node)))
            .collect(Collectors.joining());
    String edges =
        sketch.edges().stream()
            .map(edge -> "  %s -> %s;\n".formatted(quoted(edge.from()), quoted(edge.to())))
            .collect(Collectors.joining());
    return "digraph %s {\n  node [shape=box, fontname=\"sans-serif\"];\n%s%s}\n"
        .formatted(quoted(sketch.title()), nodes, edges);
  }

  private static String look(Node node) {
    String label = "label=" + quoted(String.join("\n", node.lines())).replace("\n", "\\n");
    return switch (node.kind()) {
      case INPUT -> label + ", shape=oval";
      case HEAD -> label + ", shape=hexagon";
      case FIXED -> label + ", style=rounded";
      case LEARNED -> label;
    };
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
