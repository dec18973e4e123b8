package dev.assay.config.compose;

import dev.assay.config.compose.Change.Mode;
import dev.assay.config.compose.KeyPath.Step;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Applies {@link Change}s to a tree. */
public final class Composer {

  public static final Rule BAD_CHANGE =
      new Rule("bad-change", "A change on the command line that cannot be made.");

  static final String FORMS = "`a.b=1` sets a value, `+a.b=1` adds one, `~a.b` removes one.";

  private final Change change;
  private final Problems problems;

  private Composer(Change change, Problems problems) {
    this.change = change;
    this.problems = problems;
  }

  /** The tree after all changes, in their order; a change that cannot be made is a problem. */
  public static Node apply(Node root, List<Change> changes, Problems problems) {
    Node tree = root;
    for (Change change : changes) {
      Node changed = new Composer(change, problems).at(tree, 0);
      tree = changed == null ? tree : changed;
    }
    return tree;
  }

  /** The node with the change made below it; null where it has to go or the change failed. */
  private @Nullable Node at(Node node, int depth) {
    if (depth == change.path().steps().size()) {
      return here(node);
    }
    Step step = change.path().steps().get(depth);
    if (step instanceof Step.Key key && node instanceof Node.Mapping mapping) {
      return inMapping(mapping, key.name(), depth);
    }
    if (step instanceof Step.Item item && node instanceof Node.Sequence sequence) {
      return inSequence(sequence, item.index(), depth);
    }
    String wanted = step instanceof Step.Key ? "a mapping" : "a list";
    return fail("`%s`: here is %s, not %s".formatted(change.path(), node.kind(), wanted), null);
  }

  private @Nullable Node here(Node node) {
    if (change.mode() == Mode.ADD && node instanceof Node.Sequence sequence) {
      List<Node> items = new ArrayList<>(sequence.items());
      items.add(Objects.requireNonNull(change.value()));
      return new Node.Sequence(items, sequence.span());
    }
    if (change.mode() == Mode.ADD) {
      return fail("`%s` is there already".formatted(change.path()), "leave out the `+`");
    }
    return change.value();
  }

  private @Nullable Node inMapping(Node.Mapping mapping, String key, int depth) {
    Node.Entry old = mapping.entry(key);
    if (old == null) {
      return withNewKey(mapping, key, depth);
    }
    Node value = at(old.value(), depth + 1);
    if (value == null && !removesBelow(depth)) {
      return null;
    }
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      if (!entry.key().equals(key)) {
        entries.add(entry);
      } else if (value != null) {
        boolean last = depth == change.path().steps().size() - 1;
        entries.add(new Node.Entry(key, last ? change.span() : old.keySpan(), value));
      }
    }
    return new Node.Mapping(entries, mapping.span());
  }

  /** Whether the value one step further down is the one that this change takes away. */
  private boolean removesBelow(int depth) {
    return change.mode() == Mode.REMOVE && depth == change.path().steps().size() - 1;
  }

  private @Nullable Node withNewKey(Node.Mapping mapping, String key, int depth) {
    if (change.mode() == Mode.REMOVE) {
      List<String> keys = mapping.entries().stream().map(Node.Entry::key).toList();
      return fail(
          "`%s` is not there to be removed".formatted(change.path()), Nearest.question(key, keys));
    }
    Node value = Objects.requireNonNull(change.value());
    List<Step> steps = change.path().steps();
    for (int i = steps.size() - 1; i > depth; i--) {
      if (!(steps.get(i) instanceof Step.Key inner)) {
        return fail("`%s`: there is no such list".formatted(change.path()), null);
      }
      Node.Entry entry = new Node.Entry(inner.name(), change.span(), value);
      value = new Node.Mapping(List.of(entry), change.span());
    }
    List<Node.Entry> entries = new ArrayList<>(mapping.entries());
    entries.add(new Node.Entry(key, change.span(), value));
    return new Node.Mapping(entries, mapping.span());
  }

  private @Nullable Node inSequence(Node.Sequence sequence, int index, int depth) {
    if (index >= sequence.items().size()) {
      return fail(
          "`%s`: the list has %d items, counted from 0"
              .formatted(change.path(), sequence.items().size()),
          null);
    }
    Node value = at(sequence.items().get(index), depth + 1);
    if (value == null && !removesBelow(depth)) {
      return null;
    }
    List<Node> items = new ArrayList<>(sequence.items());
    if (value == null) {
      items.remove(index);
    } else {
      items.set(index, value);
    }
    return new Node.Sequence(items, sequence.span());
  }

  private @Nullable Node fail(String message, @Nullable String hint) {
    problems.error(BAD_CHANGE, change.span(), message, hint);
    return null;
  }
}
