package dev.assay.engine.plan;

import dev.assay.config.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings of a resolved experiment, one by one. */
public final class Leaves {

  /** Sections that are no settings, or far too long for one. */
  private static final Set<String> LEFT_OUT =
      Set.of("assay", "name", "description", "tags", "weights", "tracking", "sweep", "expect");

  private Leaves() {}

  /** Every setting by its dotted key; items of lists are counted from 0: {@code layers.0.units}. */
  public static Map<String, String> of(Node.Mapping resolved) {
    Map<String, String> leaves = new LinkedHashMap<>();
    for (Node.Entry entry : resolved.entries()) {
      if (!LEFT_OUT.contains(entry.key())) {
        collect(entry.key(), entry.value(), leaves);
      }
    }
    return leaves;
  }

  private static void collect(String key, Node node, Map<String, String> leaves) {
    if (node instanceof Node.Scalar scalar) {
      leaves.put(key, scalar.text());
    } else if (node instanceof Node.Mapping mapping) {
      mapping.entries().forEach(e -> collect(key + "." + e.key(), e.value(), leaves));
    } else {
      List<Node> items = ((Node.Sequence) node).items();
      if (items.stream().allMatch(Node.Scalar.class::isInstance)) {
        String all =
            items.stream()
                .map(item -> ((Node.Scalar) item).text())
                .collect(Collectors.joining(", "));
        leaves.put(key, "[" + all + "]");
        return;
      }
      for (int i = 0; i < items.size(); i++) {
        collect(key + "." + i, items.get(i), leaves);
      }
    }
  }
}
