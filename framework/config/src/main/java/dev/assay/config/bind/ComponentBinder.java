package dev.assay.config.bind;

import static dev.assay.config.bind.Binding.INVALID;

import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes components of mappings with a {@code type}, of their names, and of numbers. */
record ComponentBinder(Binding binding) {

  /** What others take for a number: infinite, none, or more than 64 bits hold. */
  private static final Pattern NO_NUMBER =
      Pattern.compile("(?i)[+-]?([.]?(inf|infinity|nan)|[0-9.]+(e[+-]?[0-9]+)?)");

  /** The component behind a key, or {@link Binding#INVALID}. */
  Object value(Class<?> kind, Node node, String name, Span anchor) {
    boolean isShort = !family(kind).number().isEmpty() && Scalars.isNumber(node);
    return isShort
        ? number(kind, (Node.Scalar) node, name)
        : component(kind, node, anchor, List.of());
  }

  /**
   * The component that a mapping or a name stands for.
   *
   * @param outerKeys keys of the same mapping that the record around it reads
   */
  Object component(Class<?> kind, Node node, Span anchor, List<String> outerKeys) {
    if (node instanceof Node.Scalar name) {
      return named(kind, name, new Node.Mapping(List.of(), name.span()), outerKeys);
    }
    if (!(node instanceof Node.Mapping mapping)) {
      String what = "%s is a mapping with a `type`".formatted(family(kind).value());
      binding.complaints().noMapping(what, node);
      return INVALID;
    }
    if (mapping.get("type") instanceof Node.Scalar name) {
      return named(kind, name, mapping.without(List.of("type")), outerKeys);
    }
    binding.complaints().noType(kind, mapping, anchor);
    return INVALID;
  }

  /** The component with the given name, made of the keys beside {@code type}. */
  private Object named(Class<?> kind, Node.Scalar name, Node.Mapping keys, List<String> outerKeys) {
    Class<? extends Record> component = binding.catalog().component(kind, name.text());
    if (component != null) {
      String what = "%s `%s`".formatted(family(kind).value(), name.text());
      List<String> others = Stream.concat(Stream.of("type"), outerKeys.stream()).toList();
      Scope scope = new Scope(what, name.span(), others, List.of());
      return new RecordBinder(binding).record(RecordType.of(component), keys, scope);
    }
    if (!family(kind).number().isEmpty() && NO_NUMBER.matcher(name.text()).matches()) {
      binding.complaints().noNumber(kind, name);
    } else {
      binding.complaints().unknownType(kind, name);
    }
    return INVALID;
  }

  /** {@code learning_rate: 0.1} is {@code learning_rate: {type: constant, value: 0.1}}. */
  private Object number(Class<?> kind, Node.Scalar number, String name) {
    String component = family(kind).number();
    RecordType type =
        RecordType.of(
            Objects.requireNonNull(binding.catalog().component(kind, component), component));
    Key key = type.keys().get(0);
    Object value = new ScalarBinder(binding).value(key.type(), number, name);
    if (value == INVALID || !binding.admits(type, key, value, name, number)) {
      return INVALID;
    }
    Node.Mapping mapping =
        new Node.Mapping(List.of(new Node.Entry(key.name(), number.span(), number)), number.span());
    Scope scope = new Scope("`" + component + "`", number.span());
    return new RecordBinder(binding).construct(type, new Object[] {value}, mapping, scope, true);
  }

  private static Kind family(Class<?> kind) {
    return kind.getAnnotation(Kind.class);
  }
}
