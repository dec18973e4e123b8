package dev.assay.config.schema;

import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mappings within a mapping whose keys are fixed. */
final class Sections {

  private Sections() {}

  /** All that are reached without choosing a component, each once, the outer ones first. */
  static List<RecordType> below(RecordType root) {
    Set<RecordType> found = new LinkedHashSet<>();
    List<RecordType> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      for (Key key : open.remove(0).keys()) {
        for (RecordType type : of(key.type())) {
          if (found.add(type)) {
            open.add(type);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Those that can stand behind a key, or be items of the list behind it. */
  static List<RecordType> of(ValueType type) {
    if (type instanceof ValueType.Nested nested) {
      return List.of(RecordType.of(nested.type()));
    }
    if (type instanceof ValueType.ListOf list) {
      return of(list.item());
    }
    if (type instanceof ValueType.MapOf map) {
      return of(map.value());
    }
    if (type instanceof ValueType.Choice choice) {
      return choice.options().stream().map(option -> RecordType.of(option.type())).toList();
    }
    return List.of();
  }

  /**
   * What a section is called: the key that holds it, or the mark of the choice that it is.
   *
   * @param root the mapping that all of them are in
   */
  static String title(RecordType root, RecordType section) {
    for (Key key : root.keys()) {
      if (of(key.type()).contains(section)) {
        return "`" + key.name() + "`";
      }
    }
    for (RecordType outer : below(root)) {
      for (Key key : outer.keys()) {
        if (key.type() instanceof ValueType.Nested && of(key.type()).contains(section)) {
          return "`%s` of `%s`".formatted(key.name(), name(outer));
        }
        ValueType item = key.type() instanceof ValueType.ListOf list ? list.item() : key.type();
        if (item instanceof ValueType.Choice choice && of(item).contains(section)) {
          return mark(choice, section) + ", an item of `" + key.name() + "`";
        }
      }
    }
    return name(section);
  }

  private static String mark(ValueType.Choice choice, RecordType section) {
    return choice.options().stream()
        .filter(option -> option.type() == section.java())
        .map(option -> option.mark().equals("type") ? "a layer" : "`" + option.mark() + "`")
        .findFirst()
        .orElse("");
  }

  private static String name(RecordType type) {
    return RecordType.snakeCase(type.java().getSimpleName()).replace("_section", "");
  }
}
