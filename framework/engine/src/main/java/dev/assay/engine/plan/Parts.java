package dev.assay.engine.plan;

import dev.assay.config.text.Span;
import dev.assay.engine.architecture.Item;
import dev.assay.engine.architecture.Treatment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items that have been planned, so that another one can share their parameters: it is planned
 * as they were, layer by layer, and each of its layers computes with the parameters of theirs.
 */
final class Parts {

  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** The names of all layers that items have asked for so far. */
  private final List<String> asked = new ArrayList<>();

  /** Those that are being planned again: no part holds itself. */
  private final Set<Item> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private @Nullable Again again;

  /**
   * An item that has been planned.
   *
   * @param layers the names of those that it has asked for, in their order
   */
  record Part(Item item, List<String> layers) {}

  /** The layers that those which are being planned share their parameters with, in their order. */
  private record Again(Span at, Iterator<String> owners) {}

  /** What has the whole name of an item before this one. */
  Optional<Part> of(String name) {
    return Optional.ofNullable(parts.get(name)).filter(part -> !open.contains(part.item()));
  }

  Set<String> names() {
    return parts.keySet();
  }

  /** How many layers items have asked for so far. */
  int count() {
    return asked.size();
  }

  /**
   * Remembers an item that has been planned.
   *
   * @param from what {@link #count} was before
   */
  void put(String name, Item item, int from) {
    if (!name.equals(Sketch.UNKNOWN)) {
      parts.put(name, new Part(item, List.copyOf(asked.subList(from, asked.size()))));
    }
  }

  /** Whether what is being planned has no parameters of its own. */
  boolean shared() {
    return again != null;
  }

  /** Plans a part again. What is shared within it is shared with whom the part shares it. */
  String again(Part part, Span at, Planning planning) {
    Again outside = again;
    again = outside == null ? new Again(at, part.layers().iterator()) : outside;
    open.add(part.item());
    String last = planning.plan(part.item());
    open.remove(part.item());
    again = outside;
    return last;
  }

  /** Plans an item; returns the name of what it puts out. */
  interface Planning {
    String plan(Item item);
  }

  /** The place of the next layer that an item asks for. */
  Spot next(String name, String type, Treatment treatment, Span at) {
    asked.add(name);
    return again == null || !again.owners.hasNext()
        ? new Spot(type, treatment, at)
        : new Spot(type, treatment, again.at, again.owners.next());
  }
}
