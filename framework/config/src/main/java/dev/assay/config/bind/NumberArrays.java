package dev.assay.config.bind;

import dev.assay.config.bind.Scalars.Mismatch;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.List;

/** Nested lists of numbers. */
final class NumberArrays {

  private NumberArrays() {}

  /** A list whose items are not alike, or something that is no number, and where. */
  static final class Ragged extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Node at;

    Ragged(Node at, String message) {
      super(message, null, false, false);
      this.at = at;
    }

    Node at() {
      return at;
    }
  }

  static NumberArray read(Node node) throws Ragged {
    List<Double> values = new ArrayList<>();
    List<Integer> shape = collect(node, values);
    return new NumberArray(shape, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static List<Integer> collect(Node node, List<Double> into) throws Ragged {
    if (node instanceof Node.Scalar scalar) {
      try {
        into.add(Scalars.real(scalar));
        return List.of();
      } catch (Mismatch e) {
        throw new Ragged(node, "takes numbers, not " + node.kind());
      }
    }
    if (!(node instanceof Node.Sequence list)) {
      throw new Ragged(node, "takes numbers, not a mapping");
    }
    List<Integer> inner = List.of();
    for (int i = 0; i < list.items().size(); i++) {
      List<Integer> shape = collect(list.items().get(i), into);
      if (i > 0 && !shape.equals(inner)) {
        throw new Ragged(
            list.items().get(i),
            "takes even lists: item %d has the shape %s, those before it %s"
                .formatted(i + 1, shape, inner));
      }
      inner = shape;
    }
    List<Integer> shape = new ArrayList<>();
    shape.add(list.items().size());
    shape.addAll(inner);
    return shape;
  }
}
