package dev.assay.config.schema;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.Kind;
import dev.assay.config.bind.Limits;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON Schema (draft 2020-12) of the language, for editors: one branch for each component.
 *
 * <p>Every definition is there twice: a file that extends another may leave out what the other one
 * has, so in it nothing is required.
 */
public final class JsonSchema {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  /** Marks the definitions in which nothing is required. */
  private static final String PARTIAL = "~";

  private final Catalog catalog;
  private final Map<String, Object> definitions = new TreeMap<>();

  private JsonSchema(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The schema of a whole file, as maps, lists, texts, numbers and flags. */
  public static Map<String, Object> of(RecordType root, Catalog catalog) {
    JsonSchema schema = new JsonSchema(catalog);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", DIALECT);
    document.put("title", "Assay experiment");
    document.put("type", "object");
    document.put("if", Map.of("required", List.of("extends")));
    document.put("then", schema.file(root, true));
    document.put("else", schema.file(root, false));
    schema.definitions.put("expression", expression());
    Object numbers = reference("numbers");
    schema.definitions.put(
        "numbers", anyOf(Map.of("type", "number"), Map.of("type", "array", "items", numbers)));
    document.put("$defs", schema.definitions);
    return document;
  }

  private static Map<String, Object> expression() {
    Map<String, Object> expression = new LinkedHashMap<>();
    expression.put("description", "A reference, a computation or an environment variable.");
    expression.put("type", "string");
    expression.put("pattern", "\\$\\{");
    return expression;
  }

  private Map<String, Object> file(RecordType root, boolean partial) {
    Map<String, Object> names = Map.of("type", "string", "pattern", "\\.yaml$");
    Object bases = anyOf(names, Map.of("type", "array", "items", names));
    ObjectSchema file = new ObjectSchema(root.doc(), partial);
    file.property(
        "extends", described("The file, or files, that this one is laid over.", bases), false);
    for (Key key : root.keys()) {
      file.property(key.name(), withGroup(key, property(key, partial)), key.required());
    }
    return file.build();
  }

  /** A section can be chosen by name; what stands beside {@code use} is then partial. */
  private static Object withGroup(Key key, Object schema) {
    boolean section =
        key.type() instanceof ValueType.Nested || key.type() instanceof ValueType.Component;
    if (!section) {
      return schema;
    }
    Map<String, Object> use = new LinkedHashMap<>();
    use.put("type", "object");
    use.put("required", List.of("use"));
    use.put("properties", Map.of("use", Map.of("type", "string")));
    Map<String, Object> named = Map.of("type", "string", "pattern", "^[A-Za-z0-9_-]+$");
    return anyOf(schema, use, named);
  }

  private ObjectSchema object(RecordType type, boolean partial) {
    return with(new ObjectSchema(type.doc(), partial), type.keys(), partial)
        .exactlyOneOf(type.alternatives());
  }

  private ObjectSchema with(ObjectSchema object, List<Key> keys, boolean partial) {
    for (Key key : keys) {
      if (!key.inline()) {
        object.property(key.name(), property(key, partial), key.required());
      }
    }
    return object;
  }

  private Object property(Key key, boolean partial) {
    Object schema = value(key.type(), key.limits(), key.itemLimits(), partial);
    if (key.optional() && !(key.type() instanceof ValueType.Raw)) {
      schema = anyOf(schema, Map.of("type", "null"));
    }
    Map<String, Object> described = described(key.doc(), schema);
    if (key.fallback() != null) {
      described.put("$comment", "default: " + key.fallback());
    }
    return described;
  }

  private static Map<String, Object> described(String doc, Object schema) {
    Map<String, Object> described = new LinkedHashMap<>();
    if (!doc.isEmpty()) {
      described.put("description", doc);
    }
    ((Map<?, ?>) schema).forEach((name, value) -> described.put((String) name, value));
    return described;
  }

  private Object value(ValueType type, Limits limits, Limits itemLimits, boolean partial) {
    if (type instanceof ValueType.ListOf list) {
      return list(list, limits, itemLimits, partial);
    }
    if (type instanceof ValueType.MapOf map) {
      Map<String, Object> mapping = new LinkedHashMap<>();
      mapping.put("type", "object");
      mapping.put("additionalProperties", value(map.value(), Limits.NONE, Limits.NONE, partial));
      if (limits.minItems() > 0 && !partial) {
        mapping.put("minProperties", limits.minItems());
      }
      return orExpression(mapping);
    }
    if (type instanceof ValueType.Component component) {
      return orExpression(kind(component.kind(), partial));
    }
    if (type instanceof ValueType.Nested nested) {
      return orExpression(section(RecordType.of(nested.type()), partial));
    }
    if (type instanceof ValueType.Choice choice) {
      return orExpression(choice(choice, partial));
    }
    if (type instanceof ValueType.Raw) {
      return new LinkedHashMap<>();
    }
    return orExpression(
        type instanceof ValueType.Numbers ? reference("numbers") : scalar(type, limits));
  }

  private Object list(ValueType.ListOf type, Limits limits, Limits itemLimits, boolean partial) {
    Object item = value(type.item(), itemLimits, Limits.NONE, partial);
    boolean named = type.item() instanceof ValueType.Choice;
    Map<String, Object> removal = Map.of("type", "string", "pattern", "^~");
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", partial && named ? anyOf(item, removal) : item);
    if (limits.minItems() > 0) {
      list.put("minItems", limits.minItems());
    }
    if (limits.maxItems() != null) {
      list.put("maxItems", limits.maxItems());
    }
    return anyOf(list, item);
  }

  private static Object scalar(ValueType type, Limits limits) {
    Map<String, Object> scalar = new LinkedHashMap<>();
    if (type instanceof ValueType.Whole || type instanceof ValueType.Real) {
      scalar.put("type", type instanceof ValueType.Whole ? "integer" : "number");
      if (limits.min() != null) {
        scalar.put(limits.above() ? "exclusiveMinimum" : "minimum", limits.min());
      }
      if (limits.max() != null) {
        scalar.put(limits.below() ? "exclusiveMaximum" : "maximum", limits.max());
      }
    } else if (type instanceof ValueType.Flag) {
      scalar.put("type", "boolean");
    } else if (type instanceof ValueType.Word word) {
      scalar.put("enum", word.words());
    } else {
      // A text is what is written, so a bare number or flag is one too.
      scalar.put("type", List.of("string", "number", "boolean"));
      if (limits.pattern() != null) {
        scalar.put("pattern", "^(" + limits.pattern() + ")$");
      }
    }
    return scalar;
  }

  private Object kind(Class<?> kind, boolean partial) {
    Kind family = kind.getAnnotation(Kind.class);
    String name = family.value().replace(' ', '_') + (partial ? PARTIAL : "");
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of()); // a component may hold others of its own kind
      definitions.put(name, branches(kind, family, List.of(), partial));
    }
    return reference(name);
  }

  /** A component in all its spellings: by name, by a number, and as a mapping for each type. */
  private Object branches(Class<?> kind, Kind family, List<Key> outer, boolean partial) {
    List<Object> branches = new ArrayList<>();
    List<String> bare = new ArrayList<>();
    for (String name : catalog.names(kind)) {
      Class<? extends Record> component = catalog.component(kind, name);
      if (component != null) {
        RecordType type = RecordType.of(component);
        ObjectSchema object = new ObjectSchema(type.doc(), partial);
        object.property("type", Map.of("const", name), true);
        with(object, type.keys(), partial).exactlyOneOf(type.alternatives());
        branches.add(with(object, outer, partial).build());
        if (type.keys().stream().noneMatch(Key::required)) {
          bare.add(name);
        }
      }
    }
    if (partial) { // the type may stand in the file that is extended
      branches.add(untyped(kind, outer));
    }
    if (!bare.isEmpty()) {
      branches.add(Map.of("enum", bare));
    }
    Class<? extends Record> ofNumber = catalog.component(kind, family.number());
    if (ofNumber != null) { // a bare number is its first key
      branches.add(property(RecordType.of(ofNumber).keys().get(0), partial));
    }
    return anyOf(branches.toArray());
  }

  private Map<String, Object> untyped(Class<?> kind, List<Key> outer) {
    ObjectSchema object = new ObjectSchema("", true);
    for (String name : catalog.names(kind)) {
      Class<? extends Record> component = catalog.component(kind, name);
      if (component != null) {
        RecordType.of(component).keyNames().forEach(key -> object.property(key, true, false));
      }
    }
    return with(object, outer, true).build();
  }

  /** A record; one that inlines a component has a branch for each of them. */
  private Object section(RecordType type, boolean partial) {
    for (Key key : type.keys()) {
      if (key.inline()) {
        List<Key> outer = type.keys().stream().filter(k -> !k.inline()).toList();
        Class<?> kind = ((ValueType.Component) key.type()).kind();
        String name = RecordType.snakeCase(type.java().getSimpleName()) + (partial ? PARTIAL : "");
        if (!definitions.containsKey(name)) {
          definitions.put(name, Map.of());
          Kind family = kind.getAnnotation(Kind.class);
          definitions.put(name, branches(kind, family, outer, partial));
        }
        return reference(name);
      }
    }
    return object(type, partial).build();
  }

  private Object choice(ValueType.Choice type, boolean partial) {
    String name =
        RecordType.snakeCase(type.options().get(0).type().getEnclosingClass().getSimpleName())
            + (partial ? PARTIAL : "");
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      Object[] branches = type.options().stream().map(option -> option(option, partial)).toArray();
      definitions.put(name, anyOf(branches));
    }
    return reference(name);
  }

  /** The parameters of a block are keys beside {@code block}, whatever they are called. */
  private Object option(ValueType.Choice.Option option, boolean partial) {
    Object section = section(RecordType.of(option.type()), partial);
    if (!option.mark().equals("block")) {
      return section;
    }
    Map<String, Object> open = described("", section);
    open.remove("additionalProperties");
    return open;
  }

  private static Map<String, Object> reference(String definition) {
    return Map.of("$ref", "#/$defs/" + definition.replace("~", "~0"));
  }

  private static Object orExpression(Object schema) {
    return anyOf(schema, reference("expression"));
  }

  private static Map<String, Object> anyOf(Object... schemas) {
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
