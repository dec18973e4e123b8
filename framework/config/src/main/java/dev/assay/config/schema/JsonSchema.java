package dev.assay.config.schema;

import static dev.assay.config.schema.SchemaPieces.anyOf;
import static dev.assay.config.schema.SchemaPieces.described;
import static dev.assay.config.schema.SchemaPieces.expression;
import static dev.assay.config.schema.SchemaPieces.reference;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.ValueType;
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

  private JsonSchema() {}

  /** The schema of a whole file, as maps, lists, texts, numbers and flags. */
  public static Map<String, Object> of(RecordType root, Catalog catalog) {
    Map<String, Object> definitions = new TreeMap<>();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", DIALECT);
    document.put("title", "Assay experiment");
    document.put("type", "object");
    document.put("if", Map.of("required", List.of("extends")));
    document.put("then", file(root, new ValueSchemas(catalog, definitions, true)));
    document.put("else", file(root, new ValueSchemas(catalog, definitions, false)));
    definitions.put("expression", expression());
    Object numbers = reference("numbers");
    definitions.put(
        "numbers", anyOf(Map.of("type", "number"), Map.of("type", "array", "items", numbers)));
    document.put("$defs", definitions);
    return document;
  }

  private static Map<String, Object> file(RecordType root, ValueSchemas values) {
    Map<String, Object> names = Map.of("type", "string", "pattern", "\\.yaml$");
    Object bases = anyOf(names, Map.of("type", "array", "items", names));
    ObjectSchema file = new ObjectSchema(root.doc(), values.partial());
    file.property(
        "extends", described("The file, or files, that this one is laid over.", bases), false);
    for (Key key : root.keys()) {
      file.property(key.name(), withGroup(key, values.property(key)), key.required());
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
}
