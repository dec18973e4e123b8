package dev.assay.config.bind;

import static dev.assay.config.bind.Binding.INVALID;

import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what a key's type asks for of what stands behind the key. */
record ValueBinder(Binding binding) {

  /**
   * The value, or {@link Binding#INVALID}.
   *
   * @param name the key, as messages call it
   * @param anchor the word in the file that stands for it
   */
  Object value(ValueType type, Node node, String name, Span anchor) {
    if (node instanceof Node.Unknown) {
      return binding.unknown();
    }
    if (type instanceof ValueType.ListOf list) {
      return list(list, node, name, anchor);
    }
    if (type instanceof ValueType.Component component) {
      return new ComponentBinder(binding).value(component.kind(), node, name, anchor);
    }
    if (type instanceof ValueType.Raw) {
      return node;
    }
    if (type instanceof ValueType.MapOf
        || type instanceof ValueType.Nested
        || type instanceof ValueType.Choice) {
      return mapping(type, node, name, anchor);
    }
    return new ScalarBinder(binding).value(type, node, name);
  }

  private Object list(ValueType.ListOf type, Node node, String name, Span anchor) {
    if (!(node instanceof Node.Sequence sequence)) {
      Object single = value(type.item(), node, name, anchor);
      return single == INVALID ? INVALID : List.of(single);
    }
    List<@Nullable Object> items = new ArrayList<>();
    for (Node item : sequence.items()) {
      int before = binding.failures();
      Object value = value(type.item(), item, name, item.span());
      boolean flawed = binding.failures() > before;
      items.add(flawed && type.item() instanceof ValueType.Choice ? null : value);
    }
    return items.contains(INVALID) ? INVALID : Collections.unmodifiableList(items);
  }

  private Object mapping(ValueType type, Node node, String name, Span anchor) {
    boolean word = node instanceof Node.Scalar scalar && !scalar.isNull();
    if (word
        && type instanceof ValueType.Nested section
        && RecordType.of(section.type()).inlines()) {
      Node.Entry chosen = new Node.Entry("type", node.span(), node);
      return mapping(type, new Node.Mapping(List.of(chosen), node.span()), name, anchor);
    }
    if (word && type instanceof ValueType.Choice) {
      binding.complaints().bareWord(name, (Node.Scalar) node);
      return INVALID;
    }
    if (!(node instanceof Node.Mapping mapping)) {
      binding.complaints().wrongType(name, type.describe(), node);
      return INVALID;
    }
    if (type instanceof ValueType.MapOf map) {
      return map(map, mapping);
    }
    if (type instanceof ValueType.Choice choice) {
      return choice(choice, mapping, name);
    }
    RecordType record = RecordType.of(((ValueType.Nested) type).type());
    return new RecordBinder(binding).record(record, mapping, new Scope("`" + name + "`", anchor));
  }

  private Object map(ValueType.MapOf type, Node.Mapping mapping) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      values.put(entry.key(), value(type.value(), entry.value(), entry.key(), entry.keySpan()));
    }
    return values.containsValue(INVALID) ? INVALID : Collections.unmodifiableMap(values);
  }

  private Object choice(ValueType.Choice type, Node.Mapping mapping, String name) {
    List<String> marks = type.options().stream().map(ValueType.Choice.Option::mark).toList();
    for (ValueType.Choice.Option option : type.options()) {
      Node.Entry mark = mapping.entry(option.mark());
      if (mark != null) {
        String what = option.mark().equals("type") ? name : option.mark();
        Scope scope = new Scope("`" + what + "`", mark.keySpan(), List.of(), marks);
        return new RecordBinder(binding).record(RecordType.of(option.type()), mapping, scope);
      }
    }
    binding.complaints().noMark(mapping, "an item of `" + name + "`", marks);
    return INVALID;
  }
}
