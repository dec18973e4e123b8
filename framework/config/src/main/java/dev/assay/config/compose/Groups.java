package dev.assay.config.compose;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.RecordType;
import dev.assay.config.bind.ValueType;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Words;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sections that are chosen by name: {@code architecture: lenet} takes {@code
 * groups/architecture/lenet.yaml}, and {@code architecture: {use: lenet, ...}} takes it and lays
 * its other keys over it.
 *
 * @param reader reads a file and those that it extends
 */
record Groups(
    RecordType type,
    Catalog catalog,
    SearchPath search,
    Origins origins,
    Sources sources,
    Problems problems,
    Reader reader) {

  static final String USE = "use";

  /** Reads a file and those that it extends; null where it cannot. */
  interface Reader {
    Node.@Nullable Mapping read(Source source, Path file, SearchPath search, List<Path> trail);
  }

  /** The tree with all its groups. */
  Node.Mapping expanded(Node.Mapping root) {
    Node.Mapping tree = root;
    for (Node.Entry entry : root.entries()) {
      tree = expanded(tree, entry.key());
    }
    return tree;
  }

  /** The tree with the group that a change reaches into; a change that chooses one comes first. */
  Node expandedFor(Node root, Change change) {
    List<KeyPath.Step> steps = change.path().steps();
    boolean chooses =
        steps.size() == 1 || (steps.size() == 2 && steps.get(1).equals(new KeyPath.Step.Key(USE)));
    boolean reaches = !chooses && steps.get(0) instanceof KeyPath.Step.Key;
    return reaches && root instanceof Node.Mapping mapping
        ? expanded(mapping, ((KeyPath.Step.Key) steps.get(0)).name())
        : root;
  }

  private Node.Mapping expanded(Node.Mapping root, String section) {
    Node value = root.get(section);
    Node.Scalar name = name(section, value);
    if (value == null || name == null) {
      return root;
    }
    Node group = group(section, name);
    if (group instanceof Node.Mapping base && value instanceof Node.Mapping over) {
      Merge merge = new Merge(origins, Groups::noKeys, problems);
      group = merge.merged(base, without(over));
    }
    Node chosen = group;
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : root.entries()) {
      boolean here = entry.key().equals(section);
      entries.add(here ? new Node.Entry(section, entry.keySpan(), chosen) : entry);
    }
    return new Node.Mapping(entries, root.span());
  }

  private static Set<String> noKeys(String type) {
    return Set.of();
  }

  private static Node.Mapping without(Node.Mapping mapping) {
    List<Node.Entry> rest =
        mapping.entries().stream().filter(entry -> !entry.key().equals(USE)).toList();
    return new Node.Mapping(rest, mapping.span());
  }

  /** The name of the group that a section chooses, or null where it chooses none. */
  private Node.@Nullable Scalar name(String section, @Nullable Node value) {
    if (value instanceof Node.Mapping mapping && mapping.get(USE) instanceof Node.Scalar name) {
      return name;
    }
    Optional<ValueType> type =
        this.type.keys().stream()
            .filter(key -> key.name().equals(section))
            .map(RecordType.Key::type)
            .filter(Groups::isSection)
            .findFirst();
    if (type.isEmpty()
        || !(value instanceof Node.Scalar scalar)
        || scalar.isNull()
        || scalar.text().contains("${")) {
      return null;
    }
    List<String> components = components(type.get());
    boolean group = search.group(section, scalar.text()).isPresent();
    if (group && components.contains(scalar.text())) {
      problems.error(
          ComposeRules.GROUP,
          scalar.span(),
          "`%s` has two meanings here: a component and the group %s"
              .formatted(scalar.text(), search.group(section, scalar.text()).get()),
          "`{type: %s}` is the component, `{use: %s}` the group"
              .formatted(scalar.text(), scalar.text()));
      return null;
    }
    boolean slip = !components.contains(scalar.text()) && !search.groups(section).isEmpty();
    return group || components.isEmpty() || slip ? scalar : null;
  }

  private static boolean isSection(ValueType type) {
    return type instanceof ValueType.Nested || type instanceof ValueType.Component;
  }

  /** The components that a word could stand for in a section. */
  private List<String> components(ValueType type) {
    if (type instanceof ValueType.Component component) {
      return catalog.names(component.kind());
    }
    return RecordType.of(((ValueType.Nested) type).type()).keys().stream()
        .filter(RecordType.Key::inline)
        .findFirst()
        .map(key -> components(key.type()))
        .orElse(List.of());
  }

  private void noGroup(String section, Node.Scalar name) {
    List<String> groups = search.groups(section);
    List<String> others =
        type.keys().stream()
            .filter(key -> key.name().equals(section) && isSection(key.type()))
            .flatMap(key -> components(key.type()).stream())
            .sorted()
            .toList();
    List<String> known = Stream.concat(groups.stream(), others.stream()).toList();
    problems.error(
        ComposeRules.GROUP,
        name.span(),
        "there is no group `%s` in %s/%s".formatted(name.text(), SearchPath.GROUPS, section),
        Stream.of(
                Nearest.question(name.text(), known),
                listed("Groups", groups),
                listed("Types", others))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  private static String listed(String what, List<String> words) {
    return words.isEmpty() ? "" : "%s: %s.".formatted(what, Words.commas(words));
  }

  private Node group(String section, Node.Scalar name) {
    Optional<Path> file =
        name.text().matches("[A-Za-z0-9_-]+")
            ? search.group(section, name.text())
            : Optional.empty();
    if (file.isEmpty()) {
      noGroup(section, name);
      return new Node.Unknown(name.span());
    }
    Source source = sources.read(file.get(), problems);
    if (source == null) {
      return new Node.Unknown(name.span());
    }
    origins.included(source, name.span());
    Node.Mapping tree = reader.read(source, file.get(), search, List.of());
    return tree == null ? new Node.Unknown(name.span()) : tree;
  }
}
