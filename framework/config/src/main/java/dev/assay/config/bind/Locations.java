package dev.assay.config.bind;

import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the records of a bound tree were written. */
public final class Locations {

  private record Place(Node.Mapping mapping, Span anchor) {}

  private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();
  private final Span root;

  Locations(Span root) {
    this.root = root;
  }

  void put(Object bound, Node.Mapping mapping, Span anchor) {
    places.put(bound, new Place(mapping, anchor));
  }

  /** The word that stands for a record: its {@code type}, or the key that it belongs to. */
  public Span of(Object bound) {
    Place place = places.get(bound);
    return place == null ? root : place.anchor();
  }

  /**
   * The value below a record, where it is written; else the deepest value on the way to it, or the
   * record's own place.
   */
  public Span of(Object bound, String... keys) {
    Node.Entry entry = entry(bound, keys);
    return entry == null ? of(bound) : entry.value().span();
  }

  /** An item of the list below a record, or the value itself where no list is written. */
  public Span ofItem(Object bound, String key, int index) {
    Node.Entry entry = entry(bound, key);
    return entry != null && entry.value() instanceof Node.Sequence list
        ? list.items().get(index).span()
        : of(bound, key);
  }

  /** The last key on the way to a value below a record, or the record's own place. */
  public Span ofKey(Object bound, String... keys) {
    Node.Entry entry = entry(bound, keys);
    return entry == null ? of(bound) : entry.keySpan();
  }

  /** What is written behind a key of a record, where it is. */
  public Optional<Node> written(Object bound, String key) {
    return Optional.ofNullable(entry(bound, key)).map(Node.Entry::value);
  }

  private Node.@Nullable Entry entry(Object bound, String... keys) {
    Place place = places.get(bound);
    Node node = place == null ? null : place.mapping();
    Node.Entry found = null;
    for (String key : keys) {
      Node.Entry entry = node instanceof Node.Mapping mapping ? mapping.entry(key) : null;
      if (entry == null) {
        break;
      }
      found = entry;
      node = entry.value();
    }
    return found;
  }
}
