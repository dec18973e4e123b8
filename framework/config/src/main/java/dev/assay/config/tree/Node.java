package dev.assay.config.tree;

import dev.assay.config.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as it was written. Nothing is interpreted yet: a scalar is typed by the record component
 * that receives it, so {@code no}, {@code 017} and {@code 12:30} mean what they look like.
 */
public sealed interface Node {

  /** Where the value stands. */
  Span span();

  /** What a message calls it. */
  String kind();

  /**
   * A single value.
   *
   * @param text the raw text, quotes and escapes resolved
   * @param plain whether it was written without quotes
   */
  record Scalar(String text, boolean plain, Span span) implements Node {

    /** Whether it is YAML's null: nothing at all, {@code ~} or {@code null}. */
    public boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String kind() {
      return isNull() ? "nothing" : "`" + text + "`";
    }
  }

  /** Values in order. */
  record Sequence(List<Node> items, Span span) implements Node {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Values by key, in the order written. Keys are unique. */
  record Mapping(List<Entry> entries, Span span) implements Node {

    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry with this key, or null. */
    public @Nullable Entry entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return entry;
        }
      }
      return null;
    }

    /** The value with this key, or null. */
    public @Nullable Node get(String key) {
      Entry entry = entry(key);
      return entry == null ? null : entry.value();
    }

    /** The same mapping without some keys. */
    public Mapping without(List<String> keys) {
      return new Mapping(
          entries.stream().filter(entry -> !keys.contains(entry.key())).toList(), span);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** A value that could not be found out; the reason has been reported. */
  record Unknown(Span span) implements Node {
    @Override
    public String kind() {
      return "something unknown";
    }
  }

  /** A key with its own place, and its value. */
  record Entry(String key, Span keySpan, Node value) {}
}
