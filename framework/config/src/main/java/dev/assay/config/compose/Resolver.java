package dev.assay.config.compose;

import dev.assay.config.compose.Interpolation.Unresolved;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Blocks blocks;
  private final Origins origins;
  private final Problems problems;
  private final Interpolation interpolation;
  private final Trail trail;
  private final Map<String, Node> resolved = new HashMap<>();

  /** References and blocks must not unfold a small file into gigabytes. */
  private int left = 200_000;

  Resolver(Node.Mapping root, Origins origins, Problems problems, Interpolation interpolation) {
    this.root = root;
    this.blocks = Blocks.of(root, problems);
    this.origins = origins;
    this.problems = problems;
    this.interpolation = interpolation;
    this.trail = new Trail(problems);
  }

  /**
   * The whole tree, resolved; {@code architecture.blocks} is gone. Nothing where it is too large
   * for anybody to look at.
   */
  Optional<Node.Mapping> resolve() {
    Node whole = node(Blocks.without(root), Scope.OUTERMOST, "");
    Optional<Node> tooLarge = new Sizes().tooLarge(whole);
    if (tooLarge.isPresent()) {
      left = 0;
      unfoldsTooFar(tooLarge.get());
      return Optional.empty();
    }
    blocks.warnOfUnusedParameters();
    return Optional.of((Node.Mapping) whole);
  }

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
      boolean block = layers && item instanceof Node.Mapping mapping && Block.isUsedBy(mapping);
      items.add(block ? expanded((Node.Mapping) item, scope) : node(item, scope, ""));
    }
    Node filled = new Node.Sequence(items, sequence.span());
    origins.derived(filled, sequence);
    return filled;
  }

  /** The layers of the block that an item names. */
  private Node expanded(Node.Mapping item, Scope scope) {
    Node.Mapping use = mapping(item, scope);
    Node name = use.get("block");
    if (name == null || name instanceof Node.Unknown || left < 0) {
      return Block.unknown(use);
    }
    return blocks
        .named(name)
        .flatMap(block -> expanded(block, use))
        .orElseGet(() -> Block.unknown(use));
  }

  private Optional<Node> expanded(Block block, Node.Mapping use) {
    String step = "block " + block.name();
    return trail
        .along(
            step,
            ComposeRules.BLOCK,
            use.span(),
            () ->
                blocks.isSound(block, () -> layers(block, block.anything()))
                    ? block.arguments(use, problems).map(given -> layers(block, given))
                    : Optional.<Node>empty())
        .flatMap(layers -> layers)
        .map(layers -> Block.item(use, blocks.next(block), layers));
  }

  private Node layers(Block block, Map<String, Node> arguments) {
    return sequence(block.layers(), new Scope(List.of(), block.name(), arguments), true);
  }

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
    String path = reference.path();
    if (reference.up() < 0) {
      Node argument = scope.parameters().get(path);
      if (argument == null) {
        return fromRoot(new Lookup(path, at, scope.parameters().keySet(), interpolation));
      }
      blocks.use(scope.block(), path);
      return argument;
    }
    if (reference.up() >= scope.parents().size()) {
      throw interpolation.fail(at.span(), "there is no mapping that far out", null);
    }
    Lookup lookup = new Lookup(path, at, Set.of(), interpolation);
    Node.Mapping start = scope.parents().get(reference.up());
    String step = "line %d: .%s".formatted(at.span().line(), path);
    return guarded(step, at, () -> found(lookup.from(start), scope));
  }

  private Node fromRoot(Lookup lookup) {
    Node known = resolved.get(lookup.path());
    if (known == null) {
      known = guarded(lookup.path(), lookup.at(), () -> found(lookup.from(root), Scope.OUTERMOST));
      resolved.put(lookup.path(), known);
    }
    return known;
  }

  private Node found(Lookup.Found found, Scope scope) {
    return node(found.node(), scope.at(found.parents()), found.key());
  }

  /** Follows a reference, unless that is being done already. */
  private Node guarded(String step, Node.Scalar at, Supplier<Node> following) {
    return trail
        .along(step, ComposeRules.REFERENCE, at.span(), following)
        .filter(value -> !(value instanceof Node.Unknown))
        .orElseThrow(Unresolved::new);
  }
}
