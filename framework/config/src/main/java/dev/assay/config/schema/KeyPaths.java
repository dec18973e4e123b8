package dev.assay.config.schema;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.ValueType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The dotted paths of all keys that do not stand in a list, for those who complete them. */
public final class KeyPaths {

  /** Deep enough for {@code optimizer.learning_rate.value}. */
  private static final int DEPTH = 3;

  private final Catalog catalog;
  private final Set<String> paths = new TreeSet<>();

  private KeyPaths(Catalog catalog) {
    this.catalog = catalog;
  }

  /** All paths, sorted. */
  public static List<String> of(RecordType root, Catalog catalog) {
    KeyPaths all = new KeyPaths(catalog);
    all.collect("", root, DEPTH);
    return List.copyOf(all.paths);
  }

  private void collect(String prefix, RecordType type, int depth) {
    for (Key key : type.keys()) {
      if (key.inline()) {
        below(prefix, key.type(), depth);
      } else {
        paths.add(prefix + key.name());
        below(prefix + key.name() + ".", key.type(), depth - 1);
      }
    }
  }

  private void below(String prefix, ValueType type, int depth) {
    if (depth == 0) {
      return;
    }
    if (type instanceof ValueType.Nested nested) {
      collect(prefix, RecordType.of(nested.type()), depth);
    } else if (type instanceof ValueType.Component component) {
      paths.add(prefix + "type");
      for (String name : catalog.names(component.kind())) {
        Class<? extends Record> record = catalog.component(component.kind(), name);
        if (record != null) {
          collect(prefix, RecordType.of(record), depth);
        }
      }
    }
  }
}
