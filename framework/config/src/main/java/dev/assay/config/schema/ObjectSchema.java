package dev.assay.config.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of a mapping, while it grows. */
final class ObjectSchema {

  private final String doc;
  private final boolean partial;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();
  private final List<String> oneOf = new ArrayList<>();

  /**
   * A mapping without keys.
   *
   * @param partial whether it is laid over another mapping, so that nothing is required and {@code
   *     ~key} and {@code +key} may stand in it
   */
  ObjectSchema(String doc, boolean partial) {
    this.doc = doc;
    this.partial = partial;
  }

  ObjectSchema property(String name, Object schema, boolean mustBeThere) {
    properties.put(name, schema);
    if (mustBeThere && !partial) {
      required.add(name);
    }
    return this;
  }

  /** Of these keys, one must be there. */
  ObjectSchema exactlyOneOf(List<String> keys) {
    oneOf.addAll(partial ? List.of() : keys);
    return this;
  }

  Map<String, Object> build() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    if (!doc.isEmpty()) {
      object.put("description", doc);
    }
    object.put("properties", properties);
    if (partial) {
      object.put("patternProperties", Map.of("^[~+]", true));
    }
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    if (!oneOf.isEmpty()) {
      object.put("oneOf", oneOf.stream().map(ObjectSchema::isGiven).toList());
    }
    object.put("additionalProperties", false);
    return object;
  }

  private static Map<String, Object> isGiven(String key) {
    Map<String, Object> something = Map.of("not", Map.of("type", "null"));
    return Map.of("required", List.of(key), "properties", Map.of(key, something));
  }
}
