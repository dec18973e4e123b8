package dev.assay.engine.drawing;

import dev.assay.engine.drawing.Sketch.Edge;
import dev.assay.engine.drawing.Sketch.Node;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sketch in the language of <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid</a>.
 */
final class Mermaid {

  private Mermaid() {}

  static String write(Sketch sketch) {
    List<String> names = sketch.nodes().stream().map(Node::name).toList();
    String nodes =
        IntStream.range(0, names.size())
            .mapToObj(i -> "  n%d%s\n".formatted(i, box(sketch.nodes().get(i))))
            .collect(Collectors.joining());
    String edges =
        sketch.edges().stream().map(edge -> arrow(names, edge)).collect(Collectors.joining());
    return "flowchart TD\n" + nodes + edges;
  }

  private static String arrow(List<String> names, Edge edge) {
    return "  n%d --> n%d\n".formatted(names.indexOf(edge.from()), names.indexOf(edge.to()));
  }

  private static String box(Node node) {
    String text = "\"%s\"".formatted(String.join("<br/>", node.lines()).replace("\"", "#quot;"));
    return switch (node.kind()) {
      case INPUT -> "([" + text + "])";
      case HEAD -> "{{" + text + "}}";
      case FIXED -> "(" + text + ")";
      case LEARNED -> "[" + text + "]";
    };
  }
}
