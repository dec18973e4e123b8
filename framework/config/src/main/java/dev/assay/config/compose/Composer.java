package dev.assay.config.compose;

import dev.assay.config.bind.Catalog;
import dev.assay.config.bind.RecordType;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.Sources;
import dev.assay.config.tree.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one tree of a file, the files that it extends, the groups that it chooses, the changes of
 * the command line, its blocks and its expressions, in this order.
 */
public final class Composer {

  private static final String EXTENDS = "extends";

  private final RecordType type;
  private final Catalog catalog;
  private final Sources sources;
  private final Problems problems;
  private final Function<String, @Nullable String> environment;
  private final Origins origins = new Origins();
  private final Merge merge;

  /**
   * A composer for one file.
   *
   * @param type what the whole tree will be bound to
   * @param environment the environment's variables
   */
  public Composer(
      RecordType type,
      Catalog catalog,
      Sources sources,
      Problems problems,
      Function<String, @Nullable String> environment) {
    this.type = type;
    this.catalog = catalog;
    this.sources = sources;
    this.problems = problems;
    this.environment = environment;
    this.merge = new Merge(origins, this::keysOfType, problems);
  }

  private Set<String> keysOfType(String name) {
    return catalog.named(name).stream()
        .flatMap(component -> RecordType.of(component).keyNames().stream())
        .collect(Collectors.toSet());
  }

  /** The tree of a file; nothing where it cannot be read. The reasons are among the problems. */
  public Optional<Composition> compose(Path file, List<Change> changes, SearchPath search) {
    Source source = sources.read(file, problems);
    if (source == null) {
      return Optional.empty();
    }
    Node.Mapping root = tree(source, file, search, List.of());
    if (root == null) {
      return Optional.empty();
    }
    Groups groups = new Groups(type, catalog, search, origins, sources, problems, this::tree);
    Changes made = new Changes(merge, problems);
    Node tree = root;
    for (Change change : changes) {
      tree = made.made(groups.expandedFor(tree, change), change);
    }
    Node.Mapping whole = groups.expanded((Node.Mapping) tree);
    Interpolation interpolation = new Interpolation(origins, problems, environment);
    return new Resolver(whole, origins, problems, interpolation)
        .resolve()
        .map(resolved -> new Composition(source, resolved, origins));
  }

  /** A file laid over those that it extends. */
  private Node.@Nullable Mapping tree(
      Source source, Path file, SearchPath search, List<Path> extending) {
    Node node = YamlReader.read(source, problems);
    if (node == null) {
      return null;
    }
    if (!(node instanceof Node.Mapping mapping)) {
      problems.error(YamlReader.SYNTAX, node.span(), "a file holds a mapping, not " + node.kind());
      return null;
    }
    Node.Entry bases = mapping.entry(EXTENDS);
    if (bases == null) {
      return mapping;
    }
    List<Path> trail = new ArrayList<>(extending);
    trail.add(file.normalize());
    Node below = null;
    for (Node base : items(bases.value())) {
      Node.Mapping tree = base(base, file, search, trail);
      if (tree == null) {
        return null;
      }
      below = below == null ? tree : merge.merged(below, tree);
    }
    List<Node.Entry> own =
        mapping.entries().stream().filter(entry -> !entry.key().equals(EXTENDS)).toList();
    Node.Mapping over = new Node.Mapping(own, mapping.span());
    return below == null ? over : (Node.Mapping) merge.merged(below, over);
  }

  private static List<Node> items(Node bases) {
    return bases instanceof Node.Sequence sequence ? sequence.items() : List.of(bases);
  }

  private Node.@Nullable Mapping base(Node name, Path file, SearchPath search, List<Path> trail) {
    if (!(name instanceof Node.Scalar scalar) || !scalar.text().endsWith(".yaml")) {
      return refuse(name.span(), "`extends` takes the names of *.yaml files, not " + name.kind());
    }
    Path folder = file.resolveSibling("");
    Optional<Path> found = search.base(scalar.text(), folder);
    if (found.isEmpty()) {
      return refuse(
          name.span(),
          "the base file `%s` is neither in %s nor in the search path"
              .formatted(scalar.text(), folder.toString().isEmpty() ? "this folder" : folder));
    }
    Path base = found.get().normalize();
    if (trail.contains(base)) {
      List<String> circle =
          trail.subList(trail.indexOf(base), trail.size()).stream().map(Path::toString).toList();
      return refuse(
          name.span(),
          "a file cannot extend itself: %s > %s".formatted(String.join(" > ", circle), base));
    }
    Source source = sources.read(base, problems);
    if (source == null) {
      return null;
    }
    origins.included(source, name.span());
    return tree(source, base, search, trail);
  }

  private Node.@Nullable Mapping refuse(Span at, String message) {
    problems.error(ComposeRules.BASE, at, message);
    return null;
  }
}
