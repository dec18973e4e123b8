package dev.assay.config.bind;

import dev.assay.config.bind.NumberArrays.Ragged;
import dev.assay.config.bind.RecordType.Key;
import dev.assay.config.bind.Scalars.Mismatch;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of a tree. A value that is wrong is reported and the rest is still looked at, so
 * one pass finds all that is wrong.
 */
public final class Binder {

  /** Stands for a value that could not be made; the reason is among the problems. */
  private static final Object INVALID = new Object();

  /** What others take for a number: infinite, none, or more than 64 bits hold. */
  private static final Pattern NO_NUMBER =
      Pattern.compile("(?i)[+-]?([.]?(inf|infinity|nan)|[0-9.]+(e[+-]?[0-9]+)?)");

  private final Catalog catalog;
  private final Problems problems;
  private final Complaints complaints;
  private final Locations locations;
  private final Node root;
  private final Set<String> broken = new LinkedHashSet<>();
  private final FilePaths paths = new FilePaths();
  private int unknowns;

  private Binder(Catalog catalog, Problems problems, Node root) {
    this.catalog = catalog;
    this.problems = problems;
    this.complaints = new Complaints(catalog, problems);
    this.locations = new Locations(start(root));
    this.root = root;
  }

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
    Span start = start(root);
    Binder binder = new Binder(catalog, problems, root);
    if (!(root instanceof Node.Mapping mapping)) {
      binder.complaints.noMapping(what + " is a mapping", root);
      return new Bound<>(null, binder.locations, false, Set.of(), new IdentityHashMap<>());
    }
    int before = binder.failures();
    RecordType record = RecordType.of(type);
    Scope scope = new Scope(what, start);
    @Nullable Object[] values = binder.values(record, mapping, scope);
    boolean complete = binder.failures() == before;
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == INVALID ? empty(record.keys().get(i)) : values[i];
    }
    Object value = binder.construct(record, values, mapping, scope, complete);
    return new Bound<>(
        value == INVALID ? null : type.cast(value),
        binder.locations,
        complete,
        binder.broken,
        binder.paths.absolute());
  }

  private int failures() {
    return problems.errors() + unknowns;
  }

  /** The first key, which stands for the whole. */
  private static Span start(Node root) {
    boolean keys = root instanceof Node.Mapping mapping && !mapping.entries().isEmpty();
    return keys ? ((Node.Mapping) root).entries().get(0).keySpan() : root.span();
  }

  /**
   * The mapping that is being read.
   *
   * @param name what a message calls it: {@code layer `dense`}
   * @param anchor the word in the file that stands for it
   * @param outerKeys keys of the same mapping that the record around this one reads
   * @param otherMarks keys that would make another record of it
   */
  private record Scope(String name, Span anchor, List<String> outerKeys, List<String> otherMarks) {

    Scope(String name, Span anchor) {
      this(name, anchor, List.of(), List.of());
    }
  }

  private Object record(RecordType type, Node.Mapping mapping, Scope scope) {
    @Nullable Object[] values = values(type, mapping, scope);
    for (Object value : values) {
      if (value == INVALID) {
        return INVALID;
      }
    }
    return construct(type, values, mapping, scope, true);
  }

  private @Nullable Object[] values(RecordType type, Node.Mapping mapping, Scope scope) {
    List<String> slips =
        inlines(type)
            ? List.of() // the inner component reports them
            : reportUnknownKeys(type, mapping, scope);
    @Nullable Object[] values = new Object[type.keys().size()];
    for (int i = 0; i < values.length; i++) {
      Key key = type.keys().get(i);
      int before = failures();
      values[i] =
          key.inline()
              ? inlined(key, type.keyNames(), mapping, scope)
              : keyed(type, key, mapping, scope, slips);
      if (failures() > before && mapping == root) {
        broken.add(key.name());
      }
    }
    return values;
  }

  /** The component whose keys stand among those of the record around it. */
  private Object inlined(Key key, List<String> outerKeys, Node.Mapping mapping, Scope scope) {
    Node.Mapping rest = without(mapping, outerKeys);
    return component(((ValueType.Component) key.type()).kind(), rest, scope.anchor(), outerKeys);
  }

  private static boolean inlines(RecordType type) {
    return type.keys().stream().anyMatch(Key::inline);
  }

  /** Reports keys that nobody reads; returns those that they are probably slips of. */
  private List<String> reportUnknownKeys(RecordType type, Node.Mapping mapping, Scope scope) {
    List<String> known = concat(type.keyNames(), scope.outerKeys());
    List<String> meant = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        complaints.unknownKey(
            entry, known, scope.otherMarks(), inside(type, entry.key()), scope.name());
        meant.addAll(Nearest.to(entry.key(), known));
        OtherWords.key(entry.key(), known).ifPresent(meant::add);
        if (Complaints.meansExtends(entry.key(), known)) {
          meant.addAll(known); // whatever is missing may stand in the base
        }
      }
    }
    return meant;
  }

  /** The key of a section of this record, for somebody who wrote it one level too far out. */
  private static String inside(RecordType type, String name) {
    return type.keys().stream()
        .filter(key -> key.type() instanceof ValueType.Nested)
        .filter(
            key -> RecordType.of(((ValueType.Nested) key.type()).type()).keyNames().contains(name))
        .map(key -> key.name() + "." + name)
        .findFirst()
        .orElse("");
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
    Object value = value(key.type(), entry.value(), key.name(), entry.keySpan());
    if (value == INVALID) {
      return INVALID;
    }
    List<String> sentences = Constraints.ofValue(type, key, value);
    sentences.forEach(s -> complaints.outOfRange(key.name(), s, entry.value()));
    return sentences.isEmpty() ? value : INVALID;
  }

  private @Nullable Object absent(Key key, Scope scope) {
    if (key.required()) {
      complaints.missingKey(key, scope.anchor(), scope.name());
      return INVALID;
    }
    if (key.fallback() == null) {
      return empty(key);
    }
    Source source = Source.of("the default of `" + key.name() + "`", key.fallback());
    Node node = Objects.requireNonNull(YamlReader.read(source, problems), source.name());
    return value(key.type(), node, key.name(), scope.anchor());
  }

  private static @Nullable Object empty(Key key) {
    if (key.type() instanceof ValueType.ListOf) {
      return List.of();
    }
    return key.type() instanceof ValueType.MapOf ? Map.of() : null;
  }

  private Object construct(
      RecordType type,
      @Nullable Object[] values,
      Node.Mapping mapping,
      Scope scope,
      boolean complete) {
    try {
      Record record = type.construct(values);
      locations.put(record, mapping, scope.anchor());
      List<CrossField.Clash> clashes = complete ? Constraints.ofRecord(record) : List.of();
      clashes.forEach(
          clash -> {
            Node.Entry entry = mapping.entry(RecordType.snakeCase(clash.component()));
            complaints.contradiction(
                entry == null ? scope.anchor() : entry.keySpan(), clash.sentence());
          });
      return clashes.isEmpty() ? record : INVALID;
    } catch (IllegalArgumentException e) {
      complaints.contradiction(scope.anchor(), String.valueOf(e.getMessage()));
      return INVALID;
    }
  }

  private Object value(ValueType type, Node node, String name, Span anchor) {
    if (node instanceof Node.Unknown) {
      unknowns++; // the reason has been reported
      return INVALID;
    }
    if (type instanceof ValueType.ListOf list) {
      return list(list, node, name, anchor);
    }
    if (type instanceof ValueType.Component component) {
      return isShort(component.kind(), node)
          ? number(component.kind(), (Node.Scalar) node, name)
          : component(component.kind(), node, anchor, List.of());
    }
    if (type instanceof ValueType.Numbers) {
      return numbers(node, name);
    }
    if (type instanceof ValueType.Raw) {
      return node;
    }
    if (type instanceof ValueType.MapOf
        || type instanceof ValueType.Nested
        || type instanceof ValueType.Choice) {
      return mapping(type, node, name, anchor);
    }
    return scalar(type, node, name);
  }

  private Object mapping(ValueType type, Node node, String name, Span anchor) {
    boolean word = node instanceof Node.Scalar scalar && !scalar.isNull();
    if (word
        && type instanceof ValueType.Nested section
        && inlines(RecordType.of(section.type()))) {
      Node.Entry chosen = new Node.Entry("type", node.span(), node);
      return mapping(type, new Node.Mapping(List.of(chosen), node.span()), name, anchor);
    }
    if (!(node instanceof Node.Mapping mapping)) {
      complaints.wrongType(name, type.describe(), node);
      return INVALID;
    }
    if (type instanceof ValueType.MapOf map) {
      return map(map, mapping);
    }
    if (type instanceof ValueType.Choice choice) {
      return choice(choice, mapping, name);
    }
    RecordType record = RecordType.of(((ValueType.Nested) type).type());
    return record(record, mapping, new Scope("`" + name + "`", anchor));
  }

  private Object list(ValueType.ListOf type, Node node, String name, Span anchor) {
    if (!(node instanceof Node.Sequence sequence)) {
      Object single = value(type.item(), node, name, anchor);
      return single == INVALID ? INVALID : List.of(single);
    }
    List<@Nullable Object> items = new ArrayList<>();
    for (Node item : sequence.items()) {
      int before = failures();
      Object value = value(type.item(), item, name, item.span());
      boolean flawed = failures() > before;
      items.add(flawed && type.item() instanceof ValueType.Choice ? null : value);
    }
    return items.contains(INVALID) ? INVALID : Collections.unmodifiableList(items);
  }

  private Object map(ValueType.MapOf type, Node.Mapping mapping) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      values.put(entry.key(), value(type.value(), entry.value(), entry.key(), entry.keySpan()));
    }
    return values.containsValue(INVALID) ? INVALID : Collections.unmodifiableMap(values);
  }

  private Object choice(ValueType.Choice type, Node.Mapping mapping, String name) {
    for (ValueType.Choice.Option option : type.options()) {
      Node.Entry mark = mapping.entry(option.mark());
      if (mark != null) {
        String what = option.mark().equals("type") ? name : option.mark();
        List<String> others = type.options().stream().map(ValueType.Choice.Option::mark).toList();
        Scope scope = new Scope("`" + what + "`", mark.keySpan(), List.of(), others);
        return record(RecordType.of(option.type()), mapping, scope);
      }
    }
    List<String> marks = type.options().stream().map(ValueType.Choice.Option::mark).toList();
    complaints.noMark(mapping, "an item of `" + name + "`", marks);
    return INVALID;
  }

  private Object component(Class<?> kind, Node node, Span anchor, List<String> outerKeys) {
    if (node instanceof Node.Scalar name) {
      return named(kind, name, new Node.Mapping(List.of(), name.span()), outerKeys);
    }
    if (!(node instanceof Node.Mapping mapping)) {
      String word = kind.getAnnotation(Kind.class).value();
      complaints.noMapping("%s is a mapping with a `type`".formatted(word), node);
      return INVALID;
    }
    if (mapping.get("type") instanceof Node.Scalar name) {
      return named(kind, name, without(mapping, List.of("type")), outerKeys);
    }
    complaints.noType(kind, mapping, anchor);
    return INVALID;
  }

  /** The component with the given name, made of the keys beside {@code type}. */
  private Object named(Class<?> kind, Node.Scalar name, Node.Mapping keys, List<String> outerKeys) {
    Kind family = kind.getAnnotation(Kind.class);
    Class<? extends Record> component = catalog.component(kind, name.text());
    if (component != null) {
      String what = "%s `%s`".formatted(family.value(), name.text());
      Scope scope = new Scope(what, name.span(), concat(List.of("type"), outerKeys), List.of());
      return record(RecordType.of(component), keys, scope);
    }
    if (!family.number().isEmpty() && NO_NUMBER.matcher(name.text()).matches()) {
      complaints.noNumber(kind, name);
    } else {
      complaints.unknownType(kind, name);
    }
    return INVALID;
  }

  /** {@code learning_rate: 0.1} is {@code learning_rate: {type: constant, value: 0.1}}. */
  private Object number(Class<?> kind, Node.Scalar number, String name) {
    String component = kind.getAnnotation(Kind.class).number();
    RecordType type =
        RecordType.of(Objects.requireNonNull(catalog.component(kind, component), component));
    Key key = type.keys().get(0);
    Object value = scalar(key.type(), number, name);
    List<String> sentences = value == INVALID ? List.of() : Constraints.ofValue(type, key, value);
    sentences.forEach(sentence -> complaints.outOfRange(name, sentence, number));
    if (value == INVALID || !sentences.isEmpty()) {
      return INVALID;
    }
    Node.Mapping mapping =
        new Node.Mapping(List.of(new Node.Entry(key.name(), number.span(), number)), number.span());
    Scope scope = new Scope("`" + component + "`", number.span());
    return construct(type, new Object[] {value}, mapping, scope, true);
  }

  /** Whether a number stands for a component. */
  private static boolean isShort(Class<?> kind, Node node) {
    return !kind.getAnnotation(Kind.class).number().isEmpty()
        && node instanceof Node.Scalar scalar
        && isNumber(scalar);
  }

  private static boolean isNumber(Node.Scalar scalar) {
    try {
      Scalars.real(scalar);
      return true;
    } catch (Mismatch e) {
      return false;
    }
  }

  private Object numbers(Node node, String name) {
    try {
      return NumberArrays.read(node);
    } catch (Ragged e) {
      complaints.refused(name, String.valueOf(e.getMessage()), e.at());
      return INVALID;
    }
  }

  private Object scalar(ValueType type, Node node, String name) {
    try {
      if (!(node instanceof Node.Scalar scalar)) {
        throw new Mismatch();
      }
      if (type instanceof ValueType.Whole whole) {
        return Scalars.whole(scalar, whole.wide());
      } else if (type instanceof ValueType.Real) {
        return Scalars.real(scalar);
      } else if (type instanceof ValueType.Flag) {
        return Scalars.flag(scalar);
      } else if (type instanceof ValueType.Parsed parsed) {
        return Scalars.parsed(scalar, parsed);
      } else if (type instanceof ValueType.File) {
        return paths.read(scalar);
      } else if (type instanceof ValueType.Word word) {
        return word(word, scalar, name);
      }
      return Scalars.text(scalar);
    } catch (Mismatch e) {
      if (e.reason().isEmpty()) {
        complaints.wrongType(name, type.describe(), node);
      } else {
        complaints.refused(name, e.reason(), node);
      }
      return INVALID;
    }
  }

  private Object word(ValueType.Word type, Node.Scalar scalar, String name) {
    int index = type.words().indexOf(scalar.text());
    if (index < 0) {
      complaints.unknownWord(name, type, scalar);
      return INVALID;
    }
    return type.constants().get(index);
  }

  private static Node.Mapping without(Node.Mapping mapping, List<String> keys) {
    List<Node.Entry> rest =
        mapping.entries().stream().filter(entry -> !keys.contains(entry.key())).toList();
    return new Node.Mapping(rest, mapping.span());
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
