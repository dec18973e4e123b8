package dev.assay.config.compose;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * A change that the command line makes to a file: {@code a.b=1} sets a value, {@code +a.b=1} adds
 * one that must not be there yet (or an item to a list), {@code ~a.b} removes one.
 *
 * @param value what to write there; null to remove it
 * @param span the path in the option
 */
public record Change(Mode mode, KeyPath path, @Nullable Node value, Span span) {

  private static final String FORMS =
      "`a.b=1` sets a value, `+a.b=1` adds one, `~a.b` removes one.";

  /** What happens to the value at the path. */
  public enum Mode {
    SET,
    ADD,
    REMOVE
  }

  /**
   * Reads what stands behind {@code --set}.
   *
   * @return null where it is no change; the reason is then among the problems
   */
  public static @Nullable Change parse(String text, Problems problems) {
    Source source = Source.of("--set " + text, text);
    boolean remove = text.startsWith("~");
    Mode mode = remove ? Mode.REMOVE : text.startsWith("+") ? Mode.ADD : Mode.SET;
    int start = mode == Mode.SET ? 0 : 1;
    int equals = text.indexOf('=');
    if (!remove && equals < 0) {
      problems.error(
          ComposeRules.BAD_CHANGE, source.start(), "`%s` has no `=`".formatted(text), FORMS);
      return null;
    }
    int end = remove ? text.length() : equals;
    Span span = new Span(source, 1, start + 1, 1, end + 1);
    KeyPath path;
    try {
      path = KeyPath.parse(text.substring(start, end));
    } catch (IllegalArgumentException e) {
      problems.error(ComposeRules.BAD_CHANGE, span, String.valueOf(e.getMessage()), FORMS);
      return null;
    }
    if (path.steps().get(0).equals(new KeyPath.Step.Key("extends"))) {
      problems.error(ComposeRules.BAD_CHANGE, span, "`extends` can only stand in a file");
      return null;
    }
    if (remove) {
      return new Change(mode, path, null, span);
    }
    // What stands before the value is blanked, so that places in it are places in the option.
    String value = " ".repeat(equals + 1) + text.substring(equals + 1);
    if (value.isBlank()) {
      return new Change(mode, path, new Node.Scalar("", true, span), span);
    }
    Node node = YamlReader.read(source, value, problems);
    return node == null ? null : new Change(mode, path, node, span);
  }
}
