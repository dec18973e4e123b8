package dev.assay.config.bind;

import static dev.assay.config.bind.Binding.INVALID;

import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.text.Source;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes records of mappings. */
record RecordBinder(Binding binding) {

  /** The record, or {@link Binding#INVALID}. */
  Object record(RecordType type, Node.Mapping mapping, Scope scope) {
    List<String> slips = slips(type, mapping, scope);
    @Nullable Object[] values = values(type, mapping, scope, slips);
    for (Object value : values) {
      if (value == INVALID) {
        return INVALID;
      }
    }
    boolean complete = Collections.disjoint(slips, type.alternatives());
    return construct(type, values, mapping, scope, complete);
  }

  /** What misspelt keys mean; the inner component says it of a record that has one inlined. */
  List<String> slips(RecordType type, Node.Mapping mapping, Scope scope) {
    return type.inlines() ? List.of() : UnknownKeys.report(type, mapping, scope, binding);
  }

  /** What stands behind each key; {@link Binding#INVALID} where that is wrong. */
  @Nullable Object[] values(
      RecordType type, Node.Mapping mapping, Scope scope, List<String> slips) {
    @Nullable Object[] values = new Object[type.keys().size()];
    for (int i = 0; i < values.length; i++) {
      Key key = type.keys().get(i);
      int before = binding.failures();
      values[i] =
          key.inline()
              ? inlined(key, type.keyNames(), mapping, scope)
              : keyed(type, key, mapping, scope, slips);
      binding.markIfBroken(key, mapping, before);
    }
    return values;
  }

  /** The component whose keys stand among those of the record around it. */
  private Object inlined(Key key, List<String> outerKeys, Node.Mapping mapping, Scope scope) {
    Class<?> kind = ((ValueType.Component) key.type()).kind();
    return new ComponentBinder(binding)
        .component(kind, mapping.without(outerKeys), scope.anchor(), outerKeys);
  }

  private @Nullable Object keyed(
      RecordType type, Key key, Node.Mapping mapping, Scope scope, List<String> slips) {
    Node.Entry entry = mapping.entry(key.name());
    if (entry == null && key.required() && slips.contains(key.name())) {
      return INVALID; // it is there, but misspelt, which has been said
    }
    if (entry == null) {
      return absent(key, scope);
    }
    boolean nothing = entry.value() instanceof Node.Scalar scalar && scalar.isNull();
    if (nothing && key.optional()) {
      return empty(key);
    }
    Object value =
        new ValueBinder(binding).value(key.type(), entry.value(), key.name(), entry.keySpan());
    return value == INVALID || binding.admits(type, key, value, key.name(), entry.value())
        ? value
        : INVALID;
  }

  private @Nullable Object absent(Key key, Scope scope) {
    if (key.required()) {
      binding.complaints().missingKey(key, scope.anchor(), scope.name());
      return INVALID;
    }
    if (key.fallback() == null) {
      return empty(key);
    }
    Source source = Source.of("the default of `" + key.name() + "`", key.fallback());
    Node node = Objects.requireNonNull(YamlReader.read(source, binding.problems()), source.name());
    return new ValueBinder(binding).value(key.type(), node, key.name(), scope.anchor());
  }

  /** What stands for a value that nobody has written. */
  static @Nullable Object empty(Key key) {
    if (key.type() instanceof ValueType.ListOf) {
      return List.of();
    }
    return key.type() instanceof ValueType.MapOf ? Map.of() : null;
  }

  /**
   * The record of these values, or {@link Binding#INVALID}.
   *
   * @param complete whether none of them only fills a gap, or is missing because it is misspelt, so
   *     that they can be held together
   */
  Object construct(
      RecordType type,
      @Nullable Object[] values,
      Node.Mapping mapping,
      Scope scope,
      boolean complete) {
    try {
      Record record = type.construct(values);
      binding.locations().put(record, mapping, scope.anchor());
      List<CrossField.Clash> clashes = complete ? Constraints.ofRecord(record) : List.of();
      clashes.forEach(clash -> contradiction(clash, mapping, scope));
      return clashes.isEmpty() ? record : INVALID;
    } catch (IllegalArgumentException e) {
      binding.complaints().contradiction(scope.anchor(), String.valueOf(e.getMessage()));
      return INVALID;
    }
  }

  private void contradiction(CrossField.Clash clash, Node.Mapping mapping, Scope scope) {
    Node.Entry entry = mapping.entry(RecordType.snakeCase(clash.component()));
    binding
        .complaints()
        .contradiction(entry == null ? scope.anchor() : entry.keySpan(), clash.sentence());
  }
}
