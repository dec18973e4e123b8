package dev.assay.config.bind;

import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Words;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the binder says of a tree that does not fit: the one home of these messages. */
record Complaints(Catalog catalog, Problems problems) {

  private static final List<String> EXTENDS = List.of(OtherWords.EXTENDS);

  /**
   * Where else in a file there is a key of a name.
   *
   * @param within one level further in
   * @param elsewhere in any section
   */
  record Places(Optional<String> within, Optional<String> elsewhere) {}

  void unknownKey(Node.Entry entry, List<String> known, Places places, Scope scope) {
    List<String> words =
        Stream.of(known, scope.otherMarks(), isWholeFile(known) ? EXTENDS : List.<String>of())
            .flatMap(List::stream)
            .toList();
    problems.error(
        BindRules.UNKNOWN_KEY,
        entry.keySpan(),
        "unknown key `%s` in %s".formatted(entry.key(), scope.name()),
        sentences(
            question(entry.key(), places, words),
            "Keys of %s: %s.".formatted(scope.name(), Words.commas(known))));
  }

  /** Whether these are the keys at the top, where `extends` can stand, which composing reads. */
  private static boolean isWholeFile(List<String> known) {
    return known.contains("assay");
  }

  /** Whether a key at the top is a slip of the one that names other files. */
  static boolean meansExtends(String word, List<String> known) {
    return isWholeFile(known)
        && (OtherWords.key(word, EXTENDS).isPresent() || !Nearest.to(word, EXTENDS).isEmpty());
  }

  private static String question(String word, Places places, List<String> words) {
    Optional<String> meant = places.within.or(() -> OtherWords.key(word, words));
    String near = Nearest.question(word, words);
    return (meant.isEmpty() && near.isEmpty() ? places.elsewhere : meant)
        .map("did you mean `%s`?"::formatted)
        .orElse(near);
  }

  void missingKey(RecordType.Key key, Span anchor, String where) {
    problems.error(
        BindRules.MISSING_KEY,
        anchor,
        "missing key `%s` in %s".formatted(key.name(), where),
        key.doc().isEmpty() ? null : "`%s`: %s".formatted(key.name(), key.doc()));
  }

  void outOfRange(String key, String sentence, Object value, Node node) {
    String numbers = value instanceof Bounded bounded ? reach(bounded) : "";
    String given = node instanceof Node.Scalar ? ", not " + node.kind() : numbers;
    problems.error(
        BindRules.OUT_OF_RANGE, node.span(), "`%s` %s%s".formatted(key, sentence, given));
  }

  private static String reach(Bounded numbers) {
    return Double.isInfinite(numbers.greatest())
        ? ", and this may become any number"
        : ", and this goes up to " + numbers.greatest();
  }

  void contradiction(Span anchor, String sentence) {
    problems.error(BindRules.CONTRADICTION, anchor, sentence);
  }

  void wrongType(String key, String takes, Node node) {
    problems.error(
        BindRules.WRONG_TYPE,
        node.span(),
        "`%s` takes %s, not %s".formatted(key, takes, node.kind()));
  }

  /** A word where one of several mappings stands, most likely a component's name. */
  void bareWord(String key, Node.Scalar word) {
    problems.error(
        BindRules.WRONG_TYPE,
        word.span(),
        "an item of `%s` is a mapping, not %s".formatted(key, word.kind()),
        "`{type: %s}` is one".formatted(word.text()));
  }

  /** A value that its type refuses for a reason of its own, which continues the sentence. */
  void refused(String key, String reason, Node node) {
    problems.error(BindRules.WRONG_TYPE, node.span(), "`%s` %s".formatted(key, reason));
  }

  void unknownWord(String key, ValueType.Word type, Node.Scalar scalar) {
    problems.error(
        BindRules.UNKNOWN_WORD,
        scalar.span(),
        "`%s` is %s, not %s".formatted(key, type.describe(), scalar.kind()),
        sentences(Nearest.question(scalar.text(), type.words())));
  }

  void noMapping(String what, Node node) {
    problems.error(BindRules.WRONG_TYPE, node.span(), "%s, not %s".formatted(what, node.kind()));
  }

  /** An item that has none of the keys which tell the records of a choice apart. */
  void noMark(Node.Mapping mapping, String what, List<String> marks) {
    Span first = mapping.entries().isEmpty() ? mapping.span() : mapping.entries().get(0).keySpan();
    problems.error(
        BindRules.MISSING_KEY,
        slipped(mapping, marks).map(Node.Entry::keySpan).orElse(first),
        "%s needs one of the keys %s".formatted(what, Words.or(marks)),
        sentences(slip(mapping, marks)));
  }

  void noType(Class<?> kind, Node.Mapping mapping, Span anchor) {
    List<String> marks = List.of("type");
    problems.error(
        BindRules.MISSING_KEY,
        slipped(mapping, marks).map(Node.Entry::keySpan).orElse(anchor),
        "missing key `type`: which %s is it?".formatted(word(kind)),
        sentences(slip(mapping, marks), choices(kind)));
  }

  void noNumber(Class<?> kind, Node.Scalar number) {
    problems.error(
        BindRules.WRONG_TYPE,
        number.span(),
        "a %s or a finite number of 64 bits stands here, not %s"
            .formatted(word(kind), number.kind()));
  }

  void unknownType(Class<?> kind, Node.Scalar type) {
    if (type.isNull()) {
      problems.error(
          BindRules.MISSING_KEY,
          type.span(),
          "no %s is named here".formatted(word(kind)),
          choices(kind));
      return;
    }
    Optional<Refusal> refusal =
        catalog.refusals(kind).stream().filter(other -> other.names(type.text())).findFirst();
    if (refusal.isPresent()) {
      notOffered(kind, type, refusal.get());
      return;
    }
    problems.error(
        BindRules.UNKNOWN_TYPE,
        type.span(),
        "unknown %s `%s`".formatted(word(kind), type.text()),
        sentences(
            OtherWords.component(type.text(), kind, catalog)
                .orElse(Nearest.question(type.text(), catalog.names(kind))),
            choices(kind),
            "If a plugin brings `%s`, name the plugin's folder with --plugins."
                .formatted(type.text())));
  }

  private void notOffered(Class<?> kind, Node.Scalar type, Refusal refusal) {
    problems.error(
        BindRules.NOT_OFFERED,
        type.span(),
        "the %s `%s` is not offered: %s".formatted(word(kind), type.text(), refusal.reason()),
        refusal.instead());
  }

  /** The first key that looks like a slip of one of the words. */
  private static Optional<Node.Entry> slipped(Node.Mapping mapping, List<String> words) {
    return mapping.entries().stream()
        .filter(entry -> !Nearest.to(entry.key(), words).isEmpty())
        .findFirst();
  }

  /** A question for that key, or an empty text. */
  private static String slip(Node.Mapping mapping, List<String> words) {
    return slipped(mapping, words).map(e -> Nearest.question(e.key(), words)).orElse("");
  }

  private static String word(Class<?> kind) {
    return kind.getAnnotation(Kind.class).value();
  }

  private String choices(Class<?> kind) {
    String plural = kind.getAnnotation(Kind.class).plural();
    String capital = Character.toUpperCase(plural.charAt(0)) + plural.substring(1);
    List<String> names = catalog.names(kind).stream().sorted().toList();
    return "%s: %s.".formatted(capital, Words.commas(names));
  }

  /** The parts that are not empty, one after the other; null where all are. */
  private static @Nullable String sentences(String... parts) {
    String text = Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(" "));
    return text.isEmpty() ? null : text;
  }
}
