package dev.assay.config.tree;

import dev.assay.config.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tree as YAML text that {@link YamlReader} reads back as an equal tree. */
public final class YamlWriter {

  /** Mappings and lists that fit a line of this length are written on one. */
  private static final int WIDTH = 100;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-][A-Za-z0-9_./+ -]*");
  private static final Pattern SPECIAL =
      Pattern.compile("(?i)null|~|true|false|[+-]?[0-9.][0-9_.]*(e[+-]?[0-9]+)?|-.*|.* ");

  private final StringBuilder text = new StringBuilder();

  private final @Nullable Function<Node, String> origin;
  private final Function<Span, @Nullable Span> before;

  private YamlWriter(
      @Nullable Function<Node, String> origin, Function<Span, @Nullable Span> before) {
    this.origin = origin;
    this.before = before;
  }

  /** The text; ends with a line end. */
  public static String write(Node.Mapping root) {
    YamlWriter writer = new YamlWriter(null, place -> null);
    writer.block(root, 0);
    return writer.text.toString();
  }

  /**
   * The text, with the comments that stand beside the values where they were written.
   *
   * @param origin what to say behind each value, or an empty text
   * @param before what a place was laid over, whose comment holds if the place has none; or null
   */
  public static String write(
      Node.Mapping root, Function<Node, String> origin, Function<Span, @Nullable Span> before) {
    YamlWriter writer = new YamlWriter(origin, before);
    writer.block(root, 0);
    return writer.text.toString().stripLeading();
  }

  /** Whether a value is written on the line of its key. */
  private boolean fits(Node node, int column, String flow) {
    boolean collection = !(node instanceof Node.Scalar) && !flow.equals("[]") && !flow.equals("{}");
    boolean explained = origin != null && collection && !origin.apply(node).isEmpty();
    boolean commented = origin != null && node.span().line() != node.span().endLine() && collection;
    return !collection || (!explained && !commented && column + flow.length() <= WIDTH);
  }

  private void above(Span span, int indent) {
    if (origin != null) {
      for (String line : comment(span)) {
        text.append(line.isEmpty() ? "" : " ".repeat(indent)).append(line).append('\n');
      }
    }
  }

  private List<String> comment(Span place) {
    Set<Span> seen = new HashSet<>(); // a file can be laid over itself
    List<String> lines = Comments.above(place);
    Span below = before.apply(place);
    while (lines.isEmpty() && below != null && seen.add(below)) {
      lines = Comments.above(below);
      below = before.apply(below);
    }
    return lines;
  }

  /** Ends a line: with the comment that stood behind the value, and where it comes from. */
  private void end(Node node) {
    if (origin != null) {
      String kept = Comments.behind(node.span());
      String from = origin.apply(node);
      String comment = kept.isEmpty() || from.isEmpty() ? kept + from : kept + "; " + from;
      text.append(comment.isEmpty() ? "" : " # " + comment);
    }
    text.append('\n');
  }

  private void block(Node.Mapping mapping, int indent) {
    boolean first = true;
    for (Node.Entry entry : mapping.entries()) {
      // Behind a dash the first key stands on the dash's own line.
      boolean atDash = first && !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
      if (!atDash) {
        above(entry.keySpan(), indent);
      }
      text.append(" ".repeat(atDash ? 0 : indent)).append(word(entry.key())).append(':');
      value(entry.value(), indent + entry.key().length() + 2, indent + 2);
      first = false;
    }
  }

  /** A value behind a key: on the same line if it fits, else on lines of its own. */
  private void value(Node node, int column, int indent) {
    String flow = flow(node);
    if (fits(node, column, flow)) {
      text.append(flow.isEmpty() ? "" : " ").append(flow);
      end(node);
    } else if (node instanceof Node.Mapping mapping) {
      text.append('\n');
      block(mapping, indent);
    } else {
      text.append('\n');
      ((Node.Sequence) node).items().forEach(item -> item(item, indent));
    }
  }

  private void item(Node node, int indent) {
    above(node.span(), indent);
    text.append(" ".repeat(indent)).append("- ");
    String flow = flow(node);
    if (node instanceof Node.Mapping mapping && !fits(node, indent + 2, flow)) {
      block(mapping, indent + 2);
    } else {
      text.append(flow);
      end(node);
    }
  }

  /** A tree on one line. */
  public static String flow(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.isNull()) {
      return "null";
    }
    if (node instanceof Node.Scalar scalar) {
      boolean safe = scalar.plain() && PLAIN.matcher(scalar.text()).matches();
      return safe ? scalar.text() : word(scalar.text());
    }
    StringBuilder text = new StringBuilder();
    if (node instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        text.append(text.isEmpty() ? "[" : ", ").append(flow(item));
      }
      return text.isEmpty() ? "[]" : text.append(']').toString();
    }
    if (node instanceof Node.Unknown) {
      return "";
    }
    for (Node.Entry entry : ((Node.Mapping) node).entries()) {
      text.append(text.isEmpty() ? "{" : ", ").append(word(entry.key())).append(": ");
      text.append(flow(entry.value()));
    }
    return text.isEmpty() ? "{}" : text.append('}').toString();
  }

  /** A text in quotes, unless it cannot be taken for anything else. */
  private static String word(String text) {
    if (PLAIN.matcher(text).matches() && !SPECIAL.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default ->
            quoted.append(c < ' ' || c == 0x7f ? "\\x%02x".formatted((int) c) : String.valueOf(c));
      }
    }
    return quoted.append('"').toString();
  }
}
