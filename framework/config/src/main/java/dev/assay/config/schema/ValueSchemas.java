package dev.assay.config.schema;

import static dev.assay.config.schema.SchemaPieces.anyOf;
import static dev.assay.config.schema.SchemaPieces.described;
import static dev.assay.config.schema.SchemaPieces.orExpression;
import static dev.assay.config.schema.SchemaPieces.reference;
import static dev.assay.config.schema.SchemaPieces.scalar;
import static dev.assay.config.schema.SchemaPieces.within;

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
import java.util.function.Supplier;

/**
 * The schemas of what stands behind keys.
 *
 * @param definitions receives what is written once and referred to
 * @param partial whether they are laid over those of another file, so that nothing is required
 */
record ValueSchemas(Catalog catalog, Map<String, Object> definitions, boolean partial) {

  /** Marks the definitions in which nothing is required. */
  private static final String PARTIAL = "~";

  private ObjectSchema object(RecordType type) {
    return with(new ObjectSchema(type.doc(), partial), type.keys())
        .exactlyOneOf(type.alternatives());
  }

  private ObjectSchema with(ObjectSchema object, List<Key> keys) {
    for (Key key : keys) {
      if (!key.inline()) {
        object.property(key.name(), property(key), key.required());
      }
    }
    return object;
  }

  /** What stands behind a key. */
  Object property(Key key) {
    Object schema = value(key.type(), key.limits(), key.itemLimits());
    if (key.optional() && !(key.type() instanceof ValueType.Raw)) {
      schema = anyOf(schema, Map.of("type", "null"));
    }
    Map<String, Object> described = described(key.doc(), schema);
    if (key.fallback() != null) {
      described.put("$comment", "default: " + key.fallback());
    }
    return described;
  }

  private Object value(ValueType type, Limits limits, Limits itemLimits) {
    if (type instanceof ValueType.ListOf list) {
      return list(list, limits, itemLimits);
    }
    if (type instanceof ValueType.MapOf map) {
      Map<String, Object> mapping = new LinkedHashMap<>();
      mapping.put("type", "object");
      mapping.put("additionalProperties", value(map.value(), Limits.NONE, Limits.NONE));
      if (limits.minItems() > 0 && !partial) {
        mapping.put("minProperties", limits.minItems());
      }
      return orExpression(mapping);
    }
    if (type instanceof ValueType.Component component) {
      return orExpression(within(limits, kind(component.kind())));
    }
    if (type instanceof ValueType.Nested nested) {
      return orExpression(section(RecordType.of(nested.type())));
    }
    if (type instanceof ValueType.Choice choice) {
      return orExpression(choice(choice));
    }
    if (type instanceof ValueType.Raw) {
      return new LinkedHashMap<>();
    }
    return orExpression(
        type instanceof ValueType.Numbers ? reference("numbers") : scalar(type, limits));
  }

  private Object list(ValueType.ListOf type, Limits limits, Limits itemLimits) {
    Object item = value(type.item(), itemLimits, Limits.NONE);
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

  private Object kind(Class<?> kind) {
    Kind family = kind.getAnnotation(Kind.class);
    String name = family.value().replace(' ', '_') + (partial ? PARTIAL : "");
    return defined(name, () -> branches(kind, family, List.of()));
  }

  /** A definition that is written once; it may refer to itself. */
  private Object defined(String name, Supplier<Object> schema) {
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, schema.get());
    }
    return reference(name);
  }

  /** A component in all its spellings: by name, by a number, and as a mapping for each type. */
  private Object branches(Class<?> kind, Kind family, List<Key> outer) {
    List<Object> branches = new ArrayList<>();
    List<String> bare = new ArrayList<>();
    for (String name : catalog.names(kind)) {
      Class<? extends Record> component = catalog.component(kind, name);
      if (component != null) {
        RecordType type = RecordType.of(component);
        ObjectSchema object = new ObjectSchema(type.doc(), partial);
        object.property("type", Map.of("const", name), true);
        with(object, type.keys()).exactlyOneOf(type.alternatives());
        branches.add(with(object, outer).build());
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
      branches.add(property(RecordType.of(ofNumber).keys().get(0)));
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
    return with(object, outer).build();
  }

  /** A record; one that inlines a component has a branch for each of them. */
  private Object section(RecordType type) {
    for (Key key : type.keys()) {
      if (key.inline()) {
        List<Key> outer = type.keys().stream().filter(k -> !k.inline()).toList();
        Class<?> kind = ((ValueType.Component) key.type()).kind();
        String name = RecordType.snakeCase(type.java().getSimpleName()) + (partial ? PARTIAL : "");
        Kind family = kind.getAnnotation(Kind.class);
        return defined(name, () -> branches(kind, family, outer));
      }
    }
    return object(type).build();
  }

  private Object choice(ValueType.Choice type) {
    String name =
        RecordType.snakeCase(type.options().get(0).type().getEnclosingClass().getSimpleName())
            + (partial ? PARTIAL : "");
    return defined(
        name, () -> anyOf(type.options().stream().map(option -> option(option)).toArray()));
  }

  /** The parameters of a block are keys beside {@code block}, whatever they are called. */
  private Object option(ValueType.Choice.Option option) {
    Object section = section(RecordType.of(option.type()));
    if (!option.mark().equals("block")) {
      return section;
    }
    Map<String, Object> open = described("", section);
    open.remove("additionalProperties");
    return open;
  }
}
