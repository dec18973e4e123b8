package dev.assay.engine.plan;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Words;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import dev.assay.engine.architecture.Architecture;
import dev.assay.engine.architecture.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives layers their names, and finds those that a file refers to. */
final class Naming {

  /** So many names are listed all; of more, only those that the user wrote. */
  private static final int LISTED = 12;

  private final Review review;
  private final Sketch sketch;
  private final Set<String> inputs;
  private final Set<String> written;

  /** Names of items that could not be made, which is said where they stand. */
  private final Set<String> flawed = new HashSet<>();

  private final Map<String, Integer> counts = new HashMap<>();

  /** Whole names that users gave, those of groups, too, which are no layers. */
  private final Set<String> given = new HashSet<>();

  Naming(Review review, Sketch sketch, Architecture architecture) {
    this.review = review;
    this.sketch = sketch;
    this.inputs = new LinkedHashSet<>(sketch.names());
    this.written = new LinkedHashSet<>();
    collect(architecture.layers());
    review.locations().written(architecture, "layers").ifPresent(this::flawed);
    flawed.removeAll(written);
  }

  private void collect(List<Item> items) {
    for (@Nullable Item item : items) {
      if (item != null) {
        written.addAll(Stream.ofNullable(item.name()).toList());
        collect(item.inside());
      }
    }
  }

  private void flawed(Node node) {
    if (node instanceof Node.Sequence list) {
      list.items().forEach(this::flawed);
    } else if (node instanceof Node.Mapping mapping) {
      if (mapping.get("name") instanceof Node.Scalar name) {
        flawed.add(name.text());
      }
      mapping.entries().forEach(entry -> flawed(entry.value()));
    }
  }

  /** Whether a name is that of an item that could not be made, or lies within it. */
  private boolean isFlawed(String word) {
    return flawed.contains(word.split("\\.", 2)[0]);
  }

  /** A name that no other layer has: the user's, or the type's with a number. */
  String name(@Nullable String own, String type, Item item, Names names) {
    if (own == null) {
      return type + "_" + counts.merge(type, 1, Integer::sum);
    }
    String name = names.full(own);
    if (sketch.has(name) || !given.add(name)) {
      review.error(
          PlanRules.NAME,
          review.locations().of(item, "name"),
          "two layers, groups or inputs are called `%s`".formatted(name));
      return Sketch.UNKNOWN;
    }
    names.put(own, name);
    return name;
  }

  /**
   * What an item is given, by the names of the network.
   *
   * @param given the item before it; null if there is none, and the data has several inputs
   */
  List<String> inputs(List<String> from, Item item, @Nullable String given, Names names) {
    if (!from.isEmpty()) {
      List<String> found = new ArrayList<>();
      for (int i = 0; i < from.size(); i++) {
        found.add(find(from.get(i), review.locations().ofItem(item, "from", i), names));
      }
      return found;
    }
    if (given != null) {
      return List.of(given);
    }
    review.error(
        PlanRules.NAME,
        review.locations().of(item),
        "the data has several inputs, %s, and this layer does not say which it is given"
            .formatted(Words.and(inputs)),
        "`from: %s` gives it the first".formatted(inputs.iterator().next()));
    return List.of(Sketch.UNKNOWN);
  }

  /** The name in the network for one that the user wrote. */
  private String find(String word, Span at, Names names) {
    String name = names.meant(word);
    if (sketch.has(name)) {
      return name;
    }
    if (isFlawed(word)) {
      return Sketch.UNKNOWN;
    }
    review.error(
        PlanRules.NAME,
        at,
        "no layer or input before this one is called `%s`".formatted(word),
        "%s %s".formatted(guess(word, reachable(names)), before(known(names))).trim());
    return Sketch.UNKNOWN;
  }

  private static String before(Collection<String> names) {
    return names.isEmpty() ? "" : "Before it: %s.".formatted(Words.commas(names));
  }

  /** What somebody may have meant: a name within a group, one further down, or one like it. */
  private String guess(String word, Stream<String> known) {
    List<String> within =
        sketch.names().stream().filter(name -> name.endsWith("." + word)).limit(3).toList();
    if (!within.isEmpty()) {
      return "did you mean %s?".formatted(Words.or(within));
    }
    if (written.contains(word)) {
      return "`%s` is this layer, or comes after it; there are no circles.".formatted(word);
    }
    return Nearest.question(word, known.toList());
  }

  /** The part that a word stands for, if there is one; else that is said. */
  Optional<Parts.Part> part(Item.Shares item, Parts parts, Names names) {
    Optional<Parts.Part> part = parts.of(names.part(item.shares()));
    String word = item.shares();
    boolean said = parts.shared() || isFlawed(word); // where the part stands first
    if (part.isEmpty() && !said) {
      review.error(
          PlanRules.NAME,
          review.locations().of(item, "shares"),
          "no layer or group before this one is called `%s`".formatted(word),
          "%s %s".formatted(guess(word, parts.names().stream()), before(parts.names())).trim());
    }
    return part;
  }

  private Stream<String> reachable(Names names) {
    Stream<String> here =
        names.network().entrySet().stream()
            .filter(entry -> sketch.has(entry.getValue()))
            .map(Map.Entry::getKey);
    return Stream.concat(sketch.names().stream(), here).distinct();
  }

  private List<String> known(Names names) {
    Set<String> all = sketch.names();
    List<String> own =
        reachable(names)
            .filter(name -> inputs.contains(name) || names.network().containsKey(name))
            .toList();
    return all.size() <= LISTED || own.size() == inputs.size() ? List.copyOf(all) : own;
  }
}
