package dev.assay.config.bind;

import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Makes a tree of a record: the inverse of {@link Binder}, with every default written out. Bound
 * again, the tree gives an equal record.
 */
public final class Unbinder {

  private static final Span NOWHERE = Source.of("resolved", "").start();

  private final Catalog catalog;

  private Unbinder(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The tree of a record, without the keys that hold nothing. */
  public static Node.Mapping tree(Record value, Catalog catalog) {
    return new Node.Mapping(new Unbinder(catalog).entries(value), NOWHERE);
  }

  private List<Node.Entry> entries(Record value) {
    RecordType type = RecordType.of(value.getClass());
    List<Node.Entry> entries = new ArrayList<>();
    for (Key key : type.keys()) {
      Object held = type.read(value, key);
      if (held == null || isEmpty(held)) {
        continue;
      }
      if (key.inline()) {
        entries.addAll(component((ValueType.Component) key.type(), held));
      } else {
        entries.add(new Node.Entry(key.name(), NOWHERE, node(key.type(), held)));
      }
    }
    return entries;
  }

  private List<Node.Entry> component(ValueType.Component type, Object value) {
    List<Node.Entry> entries = new ArrayList<>();
    String name = catalog.name(type.kind(), value.getClass());
    entries.add(new Node.Entry("type", NOWHERE, scalar(name)));
    entries.addAll(entries((Record) value));
    return entries;
  }

  /** A component as people write it: the name alone, or the number that stands for it. */
  private static Node shortest(Class<?> kind, List<Node.Entry> entries) {
    Node name = entries.get(0).value();
    if (entries.size() == 1) {
      return name;
    }
    String number = kind.getAnnotation(Kind.class).number();
    boolean plain = entries.size() == 2 && ((Node.Scalar) name).text().equals(number);
    return plain ? entries.get(1).value() : new Node.Mapping(entries, NOWHERE);
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof Collection<?> collection && collection.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private Node node(ValueType type, Object value) {
    if (value instanceof Node node) {
      return node;
    }
    if (type instanceof ValueType.Component component) {
      return shortest(component.kind(), component(component, value));
    }
    if (type instanceof ValueType.ListOf list) {
      return sequence(((List<?>) value).stream().map(item -> node(list.item(), item)).toList());
    }
    if (type instanceof ValueType.MapOf map) {
      List<Node.Entry> entries = new ArrayList<>();
      ((Map<?, ?>) value)
          .forEach(
              (key, item) ->
                  entries.add(new Node.Entry((String) key, NOWHERE, node(map.value(), item))));
      return new Node.Mapping(entries, NOWHERE);
    }
    if (value instanceof NumberArray array) {
      return numbers(array, 0, 0, array.values());
    }
    if (type instanceof ValueType.Nested || type instanceof ValueType.Choice) {
      return new Node.Mapping(entries((Record) value), NOWHERE);
    }
    return value instanceof String text
        ? new Node.Scalar(text, false, NOWHERE)
        : scalar(word(value));
  }

  private static String word(Object value) {
    if (value instanceof Enum<?> constant) {
      return RecordType.snakeCase(constant.name());
    }
    return value instanceof Double number ? number(number) : value.toString();
  }

  /**
   * A number as people write it: {@code 1}, not {@code 1.0}, and {@code 1e-8}, not {@code 1.0E-8}.
   */
  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole
        ? Long.toString((long) value)
        : Double.toString(value).replace(".0E", "E").replace('E', 'e');
  }

  private static Node numbers(NumberArray array, int axis, int start, double[] values) {
    if (axis == array.shape().size()) {
      return scalar(number(values[start]));
    }
    int inner = array.shape().stream().skip(axis + 1L).reduce(1, (a, b) -> a * b);
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < array.shape().get(axis); i++) {
      items.add(numbers(array, axis + 1, start + i * inner, values));
    }
    return sequence(items);
  }

  private static Node sequence(List<Node> items) {
    return new Node.Sequence(items, NOWHERE);
  }

  private static Node scalar(String text) {
    return new Node.Scalar(text, true, NOWHERE);
  }
}
