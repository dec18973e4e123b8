package dev.assay.config.compose;

import dev.assay.config.compose.Interpolation.Unresolved;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.diagnostics.Words;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Resolves a tree: puts values in the places of expressions ({@link Interpolation}), and layers in
 * those of blocks. An item {@code {block: name, ...}} of a list of layers stands for the layers of
 * the block, which see the item's other keys as parameters.
 */
final class Resolver {

  /** Lists of layers, the only ones in which an item can be a block. */
  private static final List<String> LAYER_LISTS = List.of("layers", "residual", "time_distributed");

  private final Node.Mapping root;
  private final Map<String, Block> blocks = new LinkedHashMap<>();
  private final Origins origins;
  private final Problems problems;
  private final Interpolation interpolation;

  /** The keys and blocks that are being resolved, for those that come back to themselves. */
  private final Deque<String> trail = new ArrayDeque<>();

  private final Map<String, Node> resolved = new HashMap<>();
  private final Set<String> usedParameters = new HashSet<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<Set<String>> circles = new HashSet<>();

  /** References and blocks must not unfold a small file into gigabytes. */
  private int left = 200_000;

  Resolver(Node.Mapping root, Origins origins, Problems problems, Interpolation interpolation) {
    this.root = root;
    this.origins = origins;
    this.problems = problems;
    this.interpolation = interpolation;
  }

  /**
   * Where a value stands.
   *
   * @param parents the mappings around it, the innermost first
   * @param block the block that it belongs to, or an empty text
   * @param parameters what the block was given
   */
  private record Scope(List<Node.Mapping> parents, String block, Map<String, Node> parameters) {

    Scope within(Node.Mapping mapping) {
      List<Node.Mapping> longer = new ArrayList<>(List.of(mapping));
      longer.addAll(parents);
      return new Scope(longer, block, parameters);
    }
  }

  /**
   * The whole tree, resolved; {@code architecture.blocks} is gone. Nothing where it is too large
   * for anybody to look at.
   */
  Optional<Node.Mapping> resolve() {
    defineBlocks();
    Node whole = node(withoutBlocks(root), new Scope(List.of(), "", Map.of()), "");
    Optional<Node> tooLarge = new Sizes().tooLarge(whole);
    if (tooLarge.isPresent()) {
      left = 0;
      unfoldsTooFar(tooLarge.get());
      return Optional.empty();
    }
    blocks.values().forEach(this::warnOfUnusedParameters);
    return Optional.of((Node.Mapping) whole);
  }

  private void defineBlocks() {
    Node section = root.get("architecture") instanceof Node.Mapping a ? a.get("blocks") : null;
    if (section instanceof Node.Mapping definitions) {
      for (Node.Entry entry : definitions.entries()) {
        Block block = Block.read(entry, problems);
        if (block != null) {
          blocks.put(block.name(), block);
        }
      }
    }
  }

  private static Node.Mapping withoutBlocks(Node.Mapping root) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : root.entries()) {
      boolean defines =
          entry.key().equals("architecture")
              && entry.value() instanceof Node.Mapping architecture
              && architecture.get("blocks") instanceof Node.Mapping;
      entries.add(defines ? withoutDefinitions(entry) : entry);
    }
    return new Node.Mapping(entries, root.span());
  }

  private static Node.Entry withoutDefinitions(Node.Entry architecture) {
    Node.Mapping section = (Node.Mapping) architecture.value();
    List<Node.Entry> rest =
        section.entries().stream().filter(entry -> !entry.key().equals("blocks")).toList();
    return new Node.Entry(
        architecture.key(), architecture.keySpan(), new Node.Mapping(rest, section.span()));
  }

  private void warnOfUnusedParameters(Block block) {
    for (Node.Entry parameter : block.parameters().values()) {
      boolean used = usedParameters.contains(block.name() + "." + parameter.key());
      if (!used && usedParameters.contains(block.name())) {
        problems.warning(
            ComposeRules.BLOCK,
            parameter.keySpan(),
            "no layer of the block `%s` uses `%s`".formatted(block.name(), parameter.key()),
            "`${%s}` would be its value".formatted(parameter.key()));
      }
    }
  }

  // ---- the tree

  private Node node(Node node, Scope scope, String key) {
    if (!trail.isEmpty() && --left <= 0) {
      return unfoldsTooFar(node);
    }
    if (node instanceof Node.Scalar scalar) {
      return interpolation.filled(scalar, new FromScope(scope));
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence(sequence, scope, LAYER_LISTS.contains(key));
    }
    return node instanceof Node.Mapping mapping ? mapping(mapping, scope) : node;
  }

  /** Says so once; from then on nothing is put anywhere, which soon comes to an end. */
  private Node unfoldsTooFar(Node node) {
    if (left == 0) {
      problems.error(
          ComposeRules.REFERENCE,
          node.span(),
          "blocks and references unfold to more values than a configuration needs",
          "Is there a block that uses another one many times, and so on?");
    }
    left = -1;
    return new Node.Unknown(node.span());
  }

  private Node.Mapping mapping(Node.Mapping mapping, Scope scope) {
    Scope inner = scope.within(mapping);
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      Node value = node(entry.value(), inner, entry.key());
      entries.add(new Node.Entry(entry.key(), entry.keySpan(), value));
    }
    Node.Mapping filled = new Node.Mapping(entries, mapping.span());
    origins.derived(filled, mapping);
    return filled;
  }

  private Node sequence(Node.Sequence sequence, Scope scope, boolean layers) {
    List<Node> items = new ArrayList<>();
    for (Node item : sequence.items()) {
      boolean block =
          layers && item instanceof Node.Mapping mapping && mapping.get("block") != null;
      items.add(block ? expanded((Node.Mapping) item, scope) : node(item, scope, ""));
    }
    Node filled = new Node.Sequence(items, sequence.span());
    origins.derived(filled, sequence);
    return filled;
  }

  // ---- blocks

  private Node expanded(Node.Mapping item, Scope scope) {
    Node.Mapping use = mapping(item, scope);
    Node name = use.get("block");
    Block block = name instanceof Node.Scalar scalar ? blocks.get(scalar.text()) : null;
    if (name instanceof Node.Unknown || left < 0) {
      return new Node.Unknown(use.span());
    }
    if (block == null) {
      unknownBlock(name == null ? use : name);
      return new Node.Unknown(use.span());
    }
    String step = "block " + block.name();
    if (trail.contains(step)) {
      cycle(ComposeRules.BLOCK, use.span(), step);
      return new Node.Unknown(use.span());
    }
    Map<String, Node> arguments = block.arguments(use, problems);
    if (arguments == null) {
      return new Node.Unknown(use.span());
    }
    usedParameters.add(block.name());
    trail.addLast(step);
    Node layers = sequence(block.layers(), new Scope(List.of(), block.name(), arguments), true);
    trail.removeLast();
    int number = uses.merge(block.name(), 1, Integer::sum);
    return Block.item(use, block.name() + "_" + number, layers);
  }

  private void unknownBlock(Node name) {
    String text = name instanceof Node.Scalar scalar ? scalar.text() : name.kind();
    String known = blocks.isEmpty() ? "" : "Blocks: " + Words.commas(blocks.keySet()) + ".";
    problems.error(
        ComposeRules.BLOCK,
        name.span(),
        "there is no block `%s`".formatted(text),
        (Nearest.question(text, blocks.keySet()) + " " + known).strip());
  }

  // ---- references

  /** What expressions at one place refer to. */
  private final class FromScope implements Interpolation.References {
    private final Scope scope;

    FromScope(Scope scope) {
      this.scope = scope;
    }

    @Override
    public Node target(Expression.Reference reference, Node.Scalar at) {
      return Resolver.this.target(reference, at, scope);
    }

    @Override
    public boolean isArgument(Node value) {
      return scope.parameters().values().stream().anyMatch(argument -> argument == value);
    }
  }

  private Node target(Expression.Reference reference, Node.Scalar at, Scope scope) {
    if (reference.up() < 0) {
      Node argument = scope.parameters().get(reference.path());
      if (argument != null) {
        usedParameters.add(scope.block() + "." + reference.path());
        return argument;
      }
      return fromRoot(reference.path(), at);
    }
    if (reference.up() >= scope.parents().size()) {
      throw interpolation.fail(at.span(), "there is no mapping that far out", null);
    }
    String step = "line %d: .%s".formatted(at.span().line(), reference.path());
    Node.Mapping start = scope.parents().get(reference.up());
    return guarded(step, at, () -> follow(start, reference.path(), at, scope));
  }

  private Node fromRoot(String path, Node.Scalar at) {
    Node known = resolved.get(path);
    if (known == null) {
      Scope outermost = new Scope(List.of(), "", Map.of());
      known = guarded(path, at, () -> follow(root, path, at, outermost));
      resolved.put(path, known);
    }
    return known;
  }

  /** Follows a reference, unless that is being done already. */
  private Node guarded(String step, Node.Scalar at, Supplier<Node> following) {
    if (trail.contains(step)) {
      cycle(ComposeRules.REFERENCE, at.span(), step);
      throw new Unresolved();
    }
    trail.addLast(step);
    try {
      Node value = following.get();
      if (value instanceof Node.Unknown) {
        throw new Unresolved();
      }
      return value;
    } finally {
      trail.removeLast();
    }
  }

  /** Walks down a path, and resolves what is at its end. */
  private Node follow(Node.Mapping start, String path, Node.Scalar at, Scope scope) {
    Node node = start;
    List<Node.Mapping> parents = new ArrayList<>();
    String last = "";
    for (KeyPath.Step step : KeyPath.parse(path).steps()) {
      if (node instanceof Node.Mapping mapping) {
        parents.add(0, mapping);
      }
      node = below(node, step, path, at);
      last = step instanceof KeyPath.Step.Key key ? key.name() : "";
    }
    return node(node, new Scope(parents, scope.block(), scope.parameters()), last);
  }

  private Node below(Node node, KeyPath.Step step, String path, Node.Scalar at) {
    String hint = null;
    if (step instanceof KeyPath.Step.Key key && node instanceof Node.Mapping mapping) {
      Node value = mapping.get(key.name());
      if (value != null) {
        return value;
      }
      List<String> keys = mapping.entries().stream().map(Node.Entry::key).toList();
      hint = Nearest.question(key.name(), keys) + " There are " + Words.and(keys) + ".";
    } else if (step instanceof KeyPath.Step.Item item
        && node instanceof Node.Sequence sequence
        && item.index() < sequence.items().size()) {
      return sequence.items().get(item.index());
    }
    throw interpolation.fail(
        at.span(), "no `%s` is written".formatted(path), hint == null ? null : hint.strip());
  }

  /** Reports a circle once, wherever somebody enters it. */
  private void cycle(Rule rule, Span at, String step) {
    List<String> steps = new ArrayList<>(trail);
    List<String> circle = new ArrayList<>(steps.subList(steps.indexOf(step), steps.size()));
    if (circles.add(Set.copyOf(circle))) {
      circle.add(step);
      problems.error(rule, at, "this comes back to itself: " + String.join(" > ", circle));
    }
  }
}
