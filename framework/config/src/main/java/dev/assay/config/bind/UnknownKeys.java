package dev.assay.config.bind;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys that nobody reads. */
final class UnknownKeys {

  private UnknownKeys() {}

  /** Reports those of a mapping; returns the keys that they are probably slips of. */
  static List<String> report(RecordType type, Node.Mapping mapping, Scope scope, Binding binding) {
    List<String> known =
        Stream.concat(type.keyNames().stream(), scope.outerKeys().stream()).toList();
    List<String> meant = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        binding.complaints().unknownKey(entry, known, places(entry, type, binding), scope);
        meant.addAll(Nearest.to(entry.key(), known));
        OtherWords.key(entry.key(), known).ifPresent(meant::add);
        if (Complaints.meansExtends(entry.key(), known)) {
          meant.addAll(known); // whatever is missing may stand in the base
        }
      }
    }
    return meant;
  }

  /** Where else there is such a key: in a section of this record, or in another of the file. */
  private static Complaints.Places places(Node.Entry entry, RecordType type, Binding binding) {
    return new Complaints.Places(inside(type, entry.key()), inside(binding.whole(), entry.key()));
  }

  private static Optional<String> inside(RecordType type, String name) {
    return type.keys().stream()
        .filter(key -> key.type() instanceof ValueType.Nested)
        .filter(
            key -> RecordType.of(((ValueType.Nested) key.type()).type()).keyNames().contains(name))
        .map(key -> key.name() + "." + name)
        .findFirst();
  }
}
