package dev.assay.config.bind;

import static dev.assay.config.bind.Binding.INVALID;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of a tree. A value that is wrong is reported and the rest is still looked at, so
 * one pass finds all that is wrong.
 */
public final class Binder {

  private Binder() {}

  /**
   * Binds a whole tree.
   *
   * @param what what a message calls the record: {@code the experiment}
   * @return where sections are wrong, a record that holds nothing in their place, so that those
   *     that are right can still be looked at; it is then not complete. In lists of steps, a wrong
   *     one is null: those before it can be looked at.
   */
  public static <T extends Record> Bound<T> bind(
      Node root, Class<T> type, String what, Catalog catalog, Problems problems) {
    Binding binding = new Binding(root, RecordType.of(type), start(root), catalog, problems);
    if (root instanceof Node.Mapping mapping) {
      return bind(mapping, type, what, binding);
    }
    binding.complaints().noMapping(what + " is a mapping", root);
    return new Bound<>(null, binding.locations(), false, Set.of(), new IdentityHashMap<>());
  }

  private static <T extends Record> Bound<T> bind(
      Node.Mapping root, Class<T> type, String what, Binding binding) {
    int before = binding.failures();
    RecordType record = RecordType.of(type);
    RecordBinder binder = new RecordBinder(binding);
    Scope scope = new Scope(what, start(root));
    @Nullable Object[] values =
        binder.values(record, root, scope, binder.slips(record, root, scope));
    boolean complete = binding.failures() == before;
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == INVALID ? RecordBinder.empty(record.keys().get(i)) : values[i];
    }
    Object value = binder.construct(record, values, root, scope, complete);
    return new Bound<>(
        value == INVALID ? null : type.cast(value),
        binding.locations(),
        complete,
        binding.broken(),
        binding.paths().absolute());
  }

  /** The first key, which stands for the whole. */
  private static Span start(Node root) {
    boolean keys = root instanceof Node.Mapping mapping && !mapping.entries().isEmpty();
    return keys ? ((Node.Mapping) root).entries().get(0).keySpan() : root.span();
  }
}
