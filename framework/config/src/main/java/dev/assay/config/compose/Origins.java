package dev.assay.config.compose;

import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the values of a composed tree come from, and what stood in their places before. */
public final class Origins {

  private final IdentityHashMap<Node, Node> replaced = new IdentityHashMap<>();
  private final Map<Span, Node> bySpan = new HashMap<>();
  private final Map<Span, Span> laidOver = new HashMap<>();
  private final Map<Source, Span> includedBy = new HashMap<>();

  /** A value that has taken the place of another one. */
  void replaced(Node now, Node before) {
    if (now != before && !now.span().equals(before.span())) {
      replaced.put(now, before);
      bySpan.put(now.span(), now);
    }
  }

  /** A mapping, or its key, that was laid over another one, of which something is left. */
  void laidOver(Span now, Span before) {
    if (!now.equals(before)) {
      laidOver.put(now, before);
    }
  }

  /** What a place was laid over, or null. */
  public @Nullable Span below(Span place) {
    return laidOver.get(place);
  }

  /** A value that was made of another one: by an interpolation, or for one round of a block. */
  void derived(Node now, Node from) {
    Node before = replaced.get(from);
    if (before != null) {
      replaced(now, before);
    }
  }

  /** A text that takes part because of a word in another one. */
  void included(Source source, Span by) {
    includedBy.putIfAbsent(source, by);
  }

  /** The places that have set a value, the first one first, and the one that counts last. */
  public List<Span> stack(Node value) {
    List<Span> places = new ArrayList<>();
    Node node = value;
    while (node != null) {
      places.add(0, node.span());
      node = replaced.get(node);
    }
    return places;
  }

  /**
   * What a reader of a problem should know beside its place: {@code set in base.yaml:12, overridden
   * in experiment.yaml:4}, and how a file came to take part.
   */
  public List<String> notes(Span place) {
    List<String> notes = new ArrayList<>();
    Node node = bySpan.get(place);
    if (node != null) {
      List<Span> stack = stack(node);
      StringBuilder text = new StringBuilder("set in " + where(stack.get(0)));
      for (Span span : stack.subList(1, stack.size())) {
        text.append(isOption(span) ? ", overridden by " : ", overridden in ").append(where(span));
      }
      notes.add(text.toString());
    }
    Span by = includedBy.get(place.source());
    Source included = place.source();
    while (by != null) {
      notes.add("%s takes part because of %s".formatted(included.name(), where(by)));
      included = by.source();
      by = includedBy.get(included);
    }
    return notes;
  }

  /** Where a value comes from, in a few words, for a comment behind it. */
  public String comment(Node value) {
    List<Span> stack = stack(value);
    Span last = stack.get(stack.size() - 1);
    String from = stack.size() == 1 ? "" : ", instead of " + where(stack.get(stack.size() - 2));
    return where(last) + from;
  }

  private static boolean isOption(Span span) {
    return span.source().name().startsWith("--");
  }

  /** A place in a few words: {@code base.yaml:12}, or the option. */
  public static String where(Span span) {
    return isOption(span)
        ? "`" + span.source().name() + "`"
        : "%s:%d".formatted(span.source().name(), span.line());
  }

  /** The texts that take part because of a word in another one. */
  public Set<Source> included() {
    return Collections.unmodifiableSet(includedBy.keySet());
  }

  /** The word that made a text take part, or null for the file that was asked for. */
  public @Nullable Span includedBy(Source source) {
    return includedBy.get(source);
  }
}
