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
    object.put("additionalProperties", false);
    return object;
  }
}
