package dev.assay.config.bind;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keys that nobody reads. */
final class UnknownKeys {

  private UnknownKeys() {}

  /** Reports those of a mapping; returns the keys that they are probably slips of. */
  static List<String> report(
      RecordType type, Node.Mapping mapping, Scope scope, Complaints complaints) {
    List<String> known =
        Stream.concat(type.keyNames().stream(), scope.outerKeys().stream()).toList();
    List<String> meant = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        complaints.unknownKey(
            entry, known, scope.otherMarks(), inside(type, entry.key()), scope.name());
        meant.addAll(Nearest.to(entry.key(), known));
        OtherWords.key(entry.key(), known).ifPresent(meant::add);
        if (Complaints.meansExtends(entry.key(), known)) {
          meant.addAll(known); // whatever is missing may stand in the base
        }
      }
    }
    return meant;
  }

  /** The key of a section of this record, for somebody who wrote it one level too far out. */
  private static String inside(RecordType type, String name) {
    return type.keys().stream()
        .filter(key -> key.type() instanceof ValueType.Nested)
        .filter(
            key -> RecordType.of(((ValueType.Nested) key.type()).type()).keyNames().contains(name))
        .map(key -> key.name() + "." + name)
        .findFirst()
        .orElse("");
  }
}
