package dev.assay.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that somebody wrote who wishes us ill, or whose editor did. */
final class HostileFiles {

  /**
   * A hostile file.
   *
   * @param line the line that a problem must stand on
   * @param says a part of what it must say
   */
  record Hostile(String name, Supplier<byte[]> content, int line, String says) {}

  private static final String GOOD =
      """
      assay: 1
      name: good
      seed: 7
      dataset: {type: mnist, batch_size: 64}
      architecture:
        layers:
          - {type: flatten}
          - {type: dense, units: 50}
          - {type: output, loss: cross_entropy}
      optimizer: {type: adam, learning_rate: 0.001}
      training: {epochs: 3}
      evaluation: {metrics: [accuracy], on: test}
      """;

  private static final int LARGE = 100_000;
  private static final int HUGE = 30_000_000;

  private final List<Hostile> files = new ArrayList<>();

  static List<Hostile> all() {
    HostileFiles hostile = new HostileFiles();
    hostile.bombs();
    hostile.depths();
    hostile.sizes();
    hostile.encodings();
    hostile.tagsAndDocuments();
    hostile.ways();
    hostile.numbers();
    return hostile.files;
  }

  private void add(String name, String text, int line, String says) {
    add(name, text, UTF_8, line, says);
  }

  private void add(String name, String text, Charset charset, int line, String says) {
    files.add(new Hostile(name, () -> text.getBytes(charset), line, says));
  }

  private void addChanged(String name, String from, String to, int line, String says) {
    if (!GOOD.contains(from)) {
      throw new IllegalArgumentException(from);
    }
    add(name, GOOD.replace(from, to), line, says);
  }

  /** Small files that would unfold to gigabytes. */
  private void bombs() {
    add(
        "aliases",
        "a0: &a0 [1, 1]\n" + lines(1, 30, "a%1$d: &a%1$d [*a%2$d, *a%2$d]"),
        18,
        "the aliases unfold to more than 1,000,000 values");
    add("alias-of-itself", "name: &a [*a]\n", 1, "no `&a` stands before this alias");
    add(
        "blocks",
        GOOD.replace("  layers:", "  blocks:\n" + blocks(30) + "  layers:\n    - {block: b0}"),
        37,
        "unfold to more values");
    add(
        "references",
        "weights:\n  a0: {b: [1, 1]}\n"
            + lines(1, 40, "  a%1$d: {b: [\"${weights.a%2$d.b}\", \"${weights.a%2$d.b}\"]}"),
        20,
        "unfold to more values");
    add(
        "texts",
        "tags:\n  a0: aaaaaaaaaa\n" + lines(1, 40, "  a%1$d: \"${tags.a%2$d}${tags.a%2$d}\""),
        16,
        "more than 100,000 characters");
  }

  private static String blocks(int count) {
    return IntStream.rangeClosed(0, count)
        .mapToObj(
            i ->
                i == count
                    ? "    b%d: {layers: [{type: flatten}]}\n".formatted(i)
                    : "    b%d: {layers: [{block: b%d}, {block: b%2$d}]}\n".formatted(i, i + 1))
        .collect(Collectors.joining());
  }

  private static String lines(int from, int to, String format) {
    return IntStream.range(from, to)
        .mapToObj(i -> format.formatted(i, i - 1) + "\n")
        .collect(Collectors.joining());
  }

  private void depths() {
    String deep = "nested more than 100 deep";
    add("open-brackets", "name: " + "[".repeat(LARGE) + "\n", 1, deep);
    add("brackets", "name: " + "[".repeat(LARGE) + "]".repeat(LARGE) + "\n", 1, deep);
    add("braces", "name: " + "{a: ".repeat(LARGE) + "\n", 1, deep);
    add("dashes", "name:\n  " + "- ".repeat(LARGE) + "x\n", 2, deep);
    addChanged(
        "parentheses",
        "epochs: 3",
        "epochs: \"${" + "(".repeat(LARGE) + "1" + ")".repeat(LARGE) + "}\"",
        11,
        "an expression has 500 characters at most");
    addChanged(
        "indices",
        "epochs: 3",
        "epochs: \"${a" + "[0]".repeat(LARGE) + "}\"",
        11,
        "an expression has 500 characters at most");
  }

  private void sizes() {
    String large = "larger than 4 MiB";
    add("scalar", "name: " + "x".repeat(HUGE) + "\n", 1, large);
    add("quoted", "name: \"" + "x".repeat(HUGE) + "\"\n", 1, large);
    add("key", "x".repeat(HUGE) + ": 1\n", 1, large);
    addChanged("long-name", "name: good", "name: " + "x".repeat(4_000_000), 2, "100 at most");
    add("keys", lines(0, LARGE, "k%d: 1"), 10_001, "more than 10,000 keys");
    addChanged("digits", "epochs: 3", "epochs: " + "9".repeat(LARGE), 11, "beyond them");
    addChanged("units", "units: 50", "units: 2147483647", 8, "is too large");
  }

  private void encodings() {
    String coded = "this is not UTF-8 text";
    add("utf-16", GOOD, UTF_16, 1, coded);
    add("utf-16-without-mark", GOOD, UTF_16LE, 1, coded);
    add("latin-1", GOOD.replace("name: good", "name: b\u00f6se"), ISO_8859_1, 2, coded);
    add("nul", GOOD.replace("good", "go\0d"), 2, "the character U+0000 is not allowed");
    add("escape", GOOD.replace("good", "go\u001bd"), 2, "the character U+001B is not allowed");
    add("nothing-but-nul", "\0".repeat(1000), 1, "the character U+0000 is not allowed");
    addChanged("escaped-escape", "good", "\"go\\e[31md\"", 2, "not `go\\u001b[31md`");
    addChanged("right-to-left", "good", "\"\\u202edoog\"", 2, "not `\\u202edoog`");
    byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    bytes[10] = (byte) 0xff;
    files.add(new Hostile("byte", () -> bytes, 2, coded));
  }

  private void tagsAndDocuments() {
    add("documents", GOOD + "---\n" + GOOD, 13, "a second document");
    add("many-documents", "--- {}\n".repeat(LARGE), 2, "a second document");
    addChanged("tag", "seed: 7", "seed: !secret 7", 3, "the tag `!secret` is not supported");
    addChanged("java", "{type: adam", "!!java.net.URL {type: adam", 10, "the tag `!!java.net.URL`");
    add(
        "script",
        "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost\"]]\n",
        1,
        "the tag `!!javax.script.ScriptEngineManager` is not supported");
    addChanged("class", "type: flatten", "type: java.lang.Runtime", 7, "unknown layer");
  }

  private void ways() {
    add("extends-itself", "extends: extends-itself.yaml\n" + GOOD, 1, "cannot extend itself");
    add("extends-a", "extends: extends-b.yaml\n" + GOOD, 1, "cannot extend itself");
    add("extends-b", "extends: extends-a.yaml\n" + GOOD, 1, "cannot extend itself");
    add("extends-file", "extends: /etc/passwd\n" + GOOD, 1, "not `/etc/passwd`");
    addChanged("name", "name: good", "name: ../../good", 2, "not `../../good`");
    addChanged("group", "{type: adam, learning_rate: 0.001}", "../../good", 10, "`../../good`");
    addChanged("use", "{type: adam, l", "{use: ../../good, l", 10, "`../../good`");
    addChanged("reference", "epochs: 3", "epochs: \"${training.epochs}\"", 11, "back to itself");
  }

  private void numbers() {
    for (String number : List.of(".nan", ".inf", "-.inf", "NaN", "1e999", "-Infinity")) {
      addChanged("rate" + number, "0.001", number, 10, "not `" + number + "`");
    }
    addChanged("long", "seed: 7", "seed: 9223372036854775808", 3, "64 bits");
    addChanged("int", "epochs: 3", "epochs: 3000000000", 11, "32 bits");
    addChanged("exponent", "epochs: 3", "epochs: 1e1000000000", 11, "32 bits");
    addChanged("division", "epochs: 3", "epochs: \"${1 / 0}\"", 11, "division by 0");
  }
}
