package dev.assay.config.compose;

import static java.util.stream.Collectors.toSet;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lays one tree over another.
 *
 * <p>Mappings are merged key by key; {@code ~key} removes a key, and {@code +key} adds to a list,
 * or adds a key that must not be there yet. A mapping whose {@code type} changes loses the keys of
 * the old type. A list replaces a list, unless it names items that the other one has: then items
 * are merged by {@code name}, {@code ~name} removes one, and those with other names are added at
 * the end. Anything else replaces what was there.
 *
 * @param keysOfType the keys that belong to the components of a type
 */
record Merge(Origins origins, Function<String, Set<String>> keysOfType, Problems problems) {

  Node merged(Node base, Node over) {
    boolean chosenAnew = over instanceof Node.Mapping m && m.get(Groups.USE) != null;
    if (base instanceof Node.Mapping old && over instanceof Node.Mapping now && !chosenAnew) {
      return mapping(old, now);
    }
    if (base instanceof Node.Sequence old && over instanceof Node.Sequence now) {
      return sequence(old, now);
    }
    origins.replaced(over, base);
    return over;
  }

  private Node mapping(Node.Mapping base, Node.Mapping over) {
    origins.laidOver(over.span(), base.span());
    List<Node.Entry> entries = new ArrayList<>(withoutOldType(base, over));
    for (Node.Entry entry : over.entries()) {
      if (entry.key().startsWith("~")) {
        remove(entries, entry);
      } else if (entry.key().startsWith("+")) {
        add(entries, entry);
      } else {
        set(entries, entry);
      }
    }
    return new Node.Mapping(entries, over.span());
  }

  private List<Node.Entry> withoutOldType(Node.Mapping base, Node.Mapping over) {
    String old = word(base.get("type"));
    String now = word(over.get("type"));
    if (old == null || now == null || old.equals(now)) {
      return base.entries();
    }
    Set<String> dropped = keysOfType.apply(old);
    return base.entries().stream().filter(entry -> !dropped.contains(entry.key())).toList();
  }

  private void set(List<Node.Entry> entries, Node.Entry entry) {
    int index = indexOf(entries, entry.key());
    if (index < 0) {
      entries.add(entry);
    } else {
      Node.Entry old = entries.get(index);
      Node value = merged(old.value(), entry.value());
      if (value != entry.value()) {
        origins.laidOver(entry.keySpan(), old.keySpan());
      }
      entries.set(index, new Node.Entry(entry.key(), entry.keySpan(), value));
    }
  }

  private void remove(List<Node.Entry> entries, Node.Entry entry) {
    String key = entry.key().substring(1);
    int index = indexOf(entries, key);
    if (index < 0) {
      notThere(entry.keySpan(), key, entries.stream().map(Node.Entry::key).toList());
    } else {
      entries.remove(index);
    }
  }

  private void add(List<Node.Entry> entries, Node.Entry entry) {
    String key = entry.key().substring(1);
    int index = indexOf(entries, key);
    if (index < 0) {
      entries.add(new Node.Entry(key, entry.keySpan(), entry.value()));
    } else if (entries.get(index).value() instanceof Node.Sequence list) {
      List<Node> items = new ArrayList<>(list.items());
      items.addAll(
          entry.value() instanceof Node.Sequence more ? more.items() : List.of(entry.value()));
      Node longer = new Node.Sequence(items, entry.value().span());
      entries.set(index, new Node.Entry(key, entry.keySpan(), longer));
    } else {
      problems.error(
          ComposeRules.BAD_CHANGE,
          entry.keySpan(),
          "`%s` is there already, and no list".formatted(key),
          "leave out the `+` to change it");
    }
  }

  private Node sequence(Node.Sequence base, Node.Sequence over) {
    Set<String> names =
        base.items().stream().map(Merge::name).filter(Objects::nonNull).collect(toSet());
    boolean byName =
        over.items().stream().anyMatch(item -> names.contains(name(item)) || removes(item))
            && over.items().stream().allMatch(item -> name(item) != null || removes(item));
    if (!byName) {
      if (misnames(over, names)) {
        return base;
      }
      origins.replaced(over, base);
      return over;
    }
    Map<Object, Node> items = new LinkedHashMap<>();
    base.items().forEach(item -> items.putIfAbsent(key(item), item));
    for (Node item : over.items()) {
      lay(item, items);
    }
    return new Node.Sequence(List.copyOf(items.values()), over.span());
  }

  /** Reports items that say nothing but what changes, and whose names are slips. */
  private boolean misnames(Node.Sequence over, Set<String> names) {
    int before = problems.errors();
    for (Node item : over.items()) {
      String name = name(item);
      boolean changes =
          item instanceof Node.Mapping m && m.get("type") == null && m.get("layers") == null;
      String question = name == null ? "" : Nearest.question(name, names);
      if (changes && !question.isEmpty()) {
        problems.error(
            ComposeRules.BAD_CHANGE,
            Objects.requireNonNull(((Node.Mapping) item).get("name")).span(),
            "the list that this one is laid over has no item `%s`".formatted(name),
            question);
      }
    }
    return problems.errors() > before;
  }

  /** An item's name; one without a name is like no other. */
  private static Object key(Node item) {
    String name = name(item);
    return name == null ? new Object() : name;
  }

  private void lay(Node item, Map<Object, Node> items) {
    if (!removes(item)) {
      items.merge(key(item), item, this::merged);
      return;
    }
    String name = ((Node.Scalar) item).text().substring(1);
    if (items.remove(name) == null) {
      List<String> names =
          items.values().stream().map(Merge::name).filter(Objects::nonNull).toList();
      notThere(item.span(), name, names);
    }
  }

  private void notThere(Span at, String name, List<String> known) {
    problems.error(
        ComposeRules.BAD_CHANGE,
        at,
        "`%s` is not there to be removed".formatted(name),
        Nearest.question(name, known));
  }

  private static boolean removes(Node item) {
    return item instanceof Node.Scalar scalar && scalar.text().startsWith("~") && !scalar.isNull();
  }

  private static @Nullable String name(Node item) {
    return item instanceof Node.Mapping mapping ? word(mapping.get("name")) : null;
  }

  private static @Nullable String word(@Nullable Node node) {
    return node instanceof Node.Scalar scalar && !scalar.isNull() ? scalar.text() : null;
  }

  private static int indexOf(List<Node.Entry> entries, String key) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
