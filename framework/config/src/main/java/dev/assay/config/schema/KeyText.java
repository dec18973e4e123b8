package dev.assay.config.schema;

import dev.assay.config.bind.Doc;
import dev.assay.config.bind.Kind;
import dev.assay.config.bind.Limits;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A key in words. */
final class KeyText {

  private KeyText() {}

  /** What it takes, with its range and unit: {@code a whole number, above 0 (samples)}. */
  static String takes(Key key) {
    List<String> parts = new ArrayList<>();
    boolean single = key.type() instanceof ValueType.ListOf && one(key.limits());
    parts.add(single ? type(((ValueType.ListOf) key.type()).item()) : type(key.type()));
    parts.add(single ? "" : key.limits().describe());
    if (!key.itemLimits().describe().isEmpty()) {
      parts.add((single ? "" : "each ") + key.itemLimits().describe());
    }
    parts.removeIf(String::isEmpty);
    String text = String.join(", ", parts);
    return key.unit().isEmpty() ? text : "%s (%s)".formatted(text, key.unit());
  }

  /** Whether a list has one item, which is then written alone. */
  private static boolean one(Limits limits) {
    return limits.maxItems() != null && limits.maxItems() == 1;
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

  /** The words that it takes, with what each means; nothing if the code does not say it of all. */
  static Map<String, String> meanings(Key key) {
    ValueType type = key.type();
    if (type instanceof ValueType.ListOf list) {
      type = list.item();
    } else if (type instanceof ValueType.MapOf map) {
      type = map.value();
    }
    if (!(type instanceof ValueType.Word word)) {
      return Map.of();
    }
    Map<String, String> meanings = new LinkedHashMap<>();
    for (int i = 0; i < word.words().size(); i++) {
      String name = word.words().get(i);
      doc(word.constants().get(i)).ifPresent(meaning -> meanings.put(name, meaning));
    }
    return meanings.size() == word.words().size() ? meanings : Map.of();
  }

  private static Optional<String> doc(Object constant) {
    return constant instanceof Enum<?> word
        ? Stream.of(word.getDeclaringClass().getFields())
            .filter(field -> field.getName().equals(word.name()))
            .flatMap(field -> Stream.ofNullable(field.getAnnotation(Doc.class)))
            .map(Doc::value)
            .findFirst()
        : Optional.empty();
  }

  /** What holds if it is left out: its default, {@code required}, or nothing. */
  static String fallback(Key key) {
    if (key.required()) {
      return "required";
    }
    return key.fallback() == null ? "" : "`" + key.fallback() + "`";
  }

  /** A key in two lines: what it takes, and what it is for. */
  static String lines(Key key) {
    if (key.inline()) {
      return "  type: the name of %s, and its keys; required%n".formatted(key.type().describe());
    }
    String fallback = fallback(key).replace("`", "");
    String end =
        fallback.isEmpty() ? "" : "; " + (key.required() ? fallback : "default " + fallback);
    return "  %s: %s%s%n    %s%n".formatted(key.name(), takes(key), end, key.doc());
  }
}
