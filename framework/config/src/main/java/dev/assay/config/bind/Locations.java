package dev.assay.config.bind;

import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.IdentityHashMap;

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

  /** The value of a record's key where it is written, else the record's own place. */
  public Span of(Object bound, String key) {
    Place place = places.get(bound);
    Node value = place == null ? null : place.mapping().get(key);
    return value == null ? of(bound) : value.span();
  }

  /** The key of a record where it is written, else the record's own place. */
  public Span ofKey(Object bound, String key) {
    Place place = places.get(bound);
    Node.Entry entry = place == null ? null : place.mapping().entry(key);
    return entry == null ? of(bound) : entry.keySpan();
  }
}
