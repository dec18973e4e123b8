package dev.assay.cli;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Breaks a good file in one place, in the ways in which people and machines do. */
final class Breaker {

  /** Words below these keys are the user's own. */
  private static final Set<String> FREE = Set.of("tags", "description", "name", "weights", "space");

  /** Numbers that may be anything. */
  private static final Set<String> ANY_NUMBER =
      Set.of(
          "seed",
          "above",
          "below",
          "mean",
          "forget_bias",
          "input",
          "target",
          "loss",
          "output",
          "start",
          "end",
          "axis");

  /** What is expected of a run may be any number: whether it comes out, only the run can tell. */
  private static final Set<String> EXPECTED = Set.of("activations", "gradients", "metrics");

  /** What a slip can make of a word that is as good: `relu`. */
  private static final Set<String> AS_GOOD = Set.of("elu", "selu", "gelu");

  private final String text;
  private final SplittableRandom random;
  private final List<Word> words = new ArrayList<>();

  /**
   * A word of the file.
   *
   * @param path the keys that lead to it, the last one its own or the one that it stands behind
   * @param key whether it is a key
   */
  private record Word(String text, Span span, List<String> path, boolean key) {

    String last() {
      return path.get(path.size() - 1);
    }

    boolean isFree() {
      return path.stream().limit(key ? path.size() - 1L : path.size()).anyMatch(FREE::contains);
    }
  }

  /**
   * A broken file.
   *
   * @param how what was done
   * @param line the line that was broken
   * @param meant the word that a typo was made of, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Broken(String how, byte[] bytes, int line, @Nullable String meant) {}

  Breaker(String text, long seed) {
    this.text = text;
    this.random = new SplittableRandom(seed);
    Source source = Source.of("good.yaml", text);
    collect(Objects.requireNonNull(YamlReader.read(source, new Problems())), List.of());
  }

  private void collect(Node node, List<String> path) {
    if (node instanceof Node.Scalar scalar) {
      words.add(new Word(scalar.text(), scalar.span(), path.isEmpty() ? List.of("") : path, false));
    } else if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> collect(item, path));
    } else if (node instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        List<String> longer = new ArrayList<>(path);
        longer.add(entry.key());
        words.add(new Word(entry.key(), entry.keySpan(), longer, true));
        collect(entry.value(), longer);
      }
    }
  }

  /** A broken variant; nothing where the way that was drawn does not apply to the file. */
  Optional<Broken> broken() {
    return switch (random.nextInt(9)) {
      case 0, 1 -> typo(true, "typo in a key");
      case 2, 3 -> typo(false, "typo in a word");
      case 4 -> duplicate();
      case 5 -> wrongType();
      case 6 -> negative();
      case 7 -> tab();
      default -> random.nextBoolean() ? cut() : controlCharacter();
    };
  }

  private Optional<Word> draw(List<Word> candidates) {
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(candidates.get(random.nextInt(candidates.size())));
  }

  private Optional<Broken> typo(boolean key, String how) {
    List<Word> candidates =
        words.stream()
            .filter(
                w ->
                    w.key() == key
                        && !w.isFree()
                        && w.text().matches("[a-z_0-9]*[a-z]{2}[a-z_0-9/]*"))
            .filter(w -> key || !Set.of("true", "false").contains(w.text()))
            .filter(w -> key || !w.last().equals("from"))
            .toList();
    return draw(candidates)
        .map(
            word -> {
              String slip = slip(word.text());
              return new Broken(
                  how + ": " + word.text() + " -> " + slip,
                  replaced(word.span(), slip),
                  word.span().line(),
                  word.text());
            });
  }

  private String slip(String word) {
    int at = random.nextInt(word.length());
    char letter = (char) ('a' + random.nextInt(26));
    String slip =
        switch (random.nextInt(4)) {
          case 0 -> word.substring(0, at) + word.substring(at + 1);
          case 1 -> word.substring(0, at) + letter + word.substring(at);
          case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
          default -> {
            int next = Math.min(at, word.length() - 2);
            yield word.substring(0, next)
                + word.charAt(next + 1)
                + word.charAt(next)
                + word.substring(next + 2);
          }
        };
    boolean known = AS_GOOD.contains(slip) || words.stream().anyMatch(w -> w.text().equals(slip));
    return known || slip.isEmpty() || !Character.isLetter(slip.charAt(0)) ? slip(word) : slip;
  }

  private Optional<Broken> duplicate() {
    List<Word> candidates =
        words.stream()
            .filter(w -> w.key() && line(w.span().line()).matches("\\s*" + w.text() + ": ?\\S.*"))
            .filter(w -> w.span().line() == w.span().endLine())
            .filter(w -> !line(w.span().line()).stripTrailing().matches(".*[\\[{|>]"))
            .toList();
    return draw(candidates)
        .map(
            word -> {
              int line = word.span().line();
              List<String> lines = new ArrayList<>(text.lines().toList());
              lines.add(line, lines.get(line - 1));
              return new Broken("duplicate " + word.text(), joined(lines), line + 1, null);
            });
  }

  private Optional<Broken> wrongType() {
    List<Word> candidates =
        words.stream()
            .filter(w -> !w.key() && !w.isFree() && w.text().matches("-?[0-9.]+"))
            .toList();
    return draw(candidates)
        .map(
            word -> {
              String wrong = List.of("abc", "{a: 1}", "[[x]]", "1.2.3").get(random.nextInt(4));
              return new Broken(
                  "wrong type behind " + word.last() + ": " + wrong,
                  replaced(word.span(), wrong),
                  word.span().line(),
                  null);
            });
  }

  private Optional<Broken> negative() {
    List<Word> candidates =
        words.stream()
            .filter(w -> !w.key() && !w.isFree() && w.text().matches("[0-9.]*[1-9][0-9]*"))
            .filter(w -> w.path().stream().noneMatch(ANY_NUMBER::contains))
            .filter(w -> w.path().stream().noneMatch(EXPECTED::contains))
            .toList();
    return draw(candidates)
        .map(
            word ->
                new Broken(
                    "negative " + word.last(),
                    replaced(word.span(), "-" + word.text()),
                    word.span().line(),
                    null));
  }

  private Optional<Broken> tab() {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    if (line.isBlank() || line.strip().startsWith("#") || insideBrackets(lines.subList(0, at))) {
      return Optional.empty();
    }
    lines.set(at, "\t" + line.stripLeading());
    return Optional.of(new Broken("tab", joined(lines), at + 1, null));
  }

  /** Whether brackets are open after these lines: between brackets, a tab is as good as a space. */
  private static boolean insideBrackets(List<String> lines) {
    return lines.stream()
            .flatMapToInt(line -> line.replaceFirst("(^|\\s)#.*", "").chars())
            .map(c -> c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0)
            .sum()
        > 0;
  }

  private Optional<Broken> cut() {
    int end = 1 + random.nextInt(text.length() - 2);
    String rest = text.substring(0, end);
    boolean comment = rest.substring(rest.lastIndexOf('\n') + 1).strip().startsWith("#");
    if (rest.endsWith("\n") || comment) {
      return Optional.empty();
    }
    int line = (int) rest.chars().filter(c -> c == '\n').count() + 1;
    return Optional.of(new Broken("cut off", rest.getBytes(StandardCharsets.UTF_8), line, null));
  }

  private Optional<Broken> controlCharacter() {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int at = random.nextInt(bytes.length);
    if (bytes[at] == '\n') {
      return Optional.empty();
    }
    byte[] wrong = {0, 1, 7, 0x1b, (byte) 0xff, (byte) 0xc3, (byte) 0x80};
    bytes[at] = wrong[random.nextInt(wrong.length)];
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return Optional.of(new Broken("byte %02x".formatted(bytes[at]), bytes, line, null));
  }

  private String line(int number) {
    return text.lines().skip(number - 1L).findFirst().orElse("");
  }

  private static byte[] joined(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private byte[] replaced(Span span, String with) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String line = lines.get(span.line() - 1);
    String changed =
        line.substring(0, span.column() - 1) + with + line.substring(span.endColumn() - 1);
    lines.set(span.line() - 1, changed);
    return joined(lines);
  }
}
