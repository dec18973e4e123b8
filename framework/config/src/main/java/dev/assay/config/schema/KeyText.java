package dev.assay.config.schema;

import dev.assay.config.bind.Kind;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.ValueType;
import java.util.ArrayList;
import java.util.List;

/** A key in words. */
final class KeyText {

  private KeyText() {}

  /** What it takes, with its range and unit: {@code a whole number, above 0 (samples)}. */
  static String takes(Key key) {
    List<String> parts = new ArrayList<>();
    parts.add(type(key.type()));
    parts.add(key.limits().describe());
    if (!key.itemLimits().describe().isEmpty()) {
      parts.add("each " + key.itemLimits().describe());
    }
    parts.removeIf(String::isEmpty);
    String text = String.join(", ", parts);
    return key.unit().isEmpty() ? text : "%s (%s)".formatted(text, key.unit());
  }

  private static String type(ValueType type) {
    if (type instanceof ValueType.ListOf list) {
      return "one or a list: " + type(list.item());
    }
    if (type instanceof ValueType.MapOf map) {
      return "a mapping from names to " + type(map.value());
    }
    if (type instanceof ValueType.Component component) {
      Kind kind = component.kind().getAnnotation(Kind.class);
      return kind.number().isEmpty() ? component.describe() : "a number or " + component.describe();
    }
    return type.describe();
  }

  /** What holds if it is left out: its default, {@code required}, or nothing. */
  static String fallback(Key key) {
    if (key.required()) {
      return "required";
    }
    return key.fallback() == null ? "" : "`" + key.fallback() + "`";
  }
}
