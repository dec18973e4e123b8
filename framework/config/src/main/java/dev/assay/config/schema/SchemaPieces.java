package dev.assay.config.schema;

import dev.assay.config.bind.Limits;
import dev.assay.config.bind.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of JSON Schema that know nothing of components. */
final class SchemaPieces {

  private SchemaPieces() {}

  /** A text with a reference in it, which can stand for any value. */
  static Map<String, Object> expression() {
    Map<String, Object> expression = new LinkedHashMap<>();
    expression.put("description", "A reference, a computation or an environment variable.");
    expression.put("type", "string");
    expression.put("pattern", "\\$\\{");
    return expression;
  }

  /** A schema behind what it is for. */
  static Map<String, Object> described(String doc, Object schema) {
    Map<String, Object> described = new LinkedHashMap<>();
    if (!doc.isEmpty()) {
      described.put("description", doc);
    }
    ((Map<?, ?>) schema).forEach((name, value) -> described.put((String) name, value));
    return described;
  }

  private static Map<String, Object> range(Limits limits) {
    Map<String, Object> range = new LinkedHashMap<>();
    if (limits.min() != null) {
      range.put(limits.above() ? "exclusiveMinimum" : "minimum", limits.min());
    }
    if (limits.max() != null) {
      range.put(limits.below() ? "exclusiveMaximum" : "maximum", limits.max());
    }
    return range;
  }

  /** A schema whose numbers, if it is one, are in a range. */
  static Object within(Limits limits, Object schema) {
    Map<String, Object> range = range(limits);
    if (range.isEmpty()) {
      return schema;
    }
    range.put("allOf", List.of(schema));
    return range;
  }

  /** A single value in its range. */
  static Object scalar(ValueType type, Limits limits) {
    Map<String, Object> scalar = new LinkedHashMap<>();
    if (type instanceof ValueType.Whole || type instanceof ValueType.Real) {
      scalar.put("type", type instanceof ValueType.Whole ? "integer" : "number");
      scalar.putAll(range(limits));
    } else if (type instanceof ValueType.Flag) {
      scalar.put("type", "boolean");
    } else if (type instanceof ValueType.Word word) {
      scalar.put("enum", word.words());
    } else if (type instanceof ValueType.Parsed parsed && parsed.form().words().length > 0) {
      return anyOf(
          Map.of("enum", List.of(parsed.form().words())),
          Map.of("type", "integer", "minimum", parsed.form().least()));
    } else {
      // A text is what is written, so a bare number or flag is one too.
      scalar.put("type", List.of("string", "number", "boolean"));
      if (limits.pattern() != null) {
        scalar.put("pattern", "^(" + limits.pattern() + ")$");
      }
    }
    return scalar;
  }

  /** What is defined elsewhere in the document. */
  static Map<String, Object> reference(String definition) {
    return Map.of("$ref", "#/$defs/" + definition.replace("~", "~0"));
  }

  /** A value, or an expression in its place. */
  static Map<String, Object> orExpression(Object schema) {
    return anyOf(schema, reference("expression"));
  }

  /** One of several; choices within choices are laid flat, and each is there once. */
  static Map<String, Object> anyOf(Object... schemas) {
    List<Object> flat = new ArrayList<>();
    for (Object schema : schemas) {
      if (schema instanceof Map<?, ?> map
          && map.size() == 1
          && map.get("anyOf") instanceof List<?> inner) {
        inner.stream().filter(s -> !flat.contains(s)).forEach(flat::add);
      } else if (!flat.contains(schema)) {
        flat.add(schema);
      }
    }
    return new LinkedHashMap<>(Map.of("anyOf", flat));
  }
}
