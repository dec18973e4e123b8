package dev.assay.cli;

import dev.assay.config.diagnostics.Problem;
import dev.assay.config.diagnostics.TextRenderer;
import dev.assay.engine.tracking.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a command writes to. Its answer goes to standard output, as text or as one JSON document;
 * everything else goes to standard error.
 */
final class Shell {

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final PrintStream err =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  private final boolean json;
  private final boolean sarif;
  private final boolean quiet;
  private final boolean plain;

  Shell(CommonOptions options) {
    this.json = options.format == CommonOptions.Format.JSON;
    this.sarif = options.format == CommonOptions.Format.SARIF;
    this.quiet = options.quiet;
    this.plain = options.noColor || System.getenv("NO_COLOR") != null;
    // Libraries that print must not break the document.
    System.setOut(err);
    System.setErr(err);
  }

  /** Whether nothing may be coloured. */
  boolean plain() {
    return plain;
  }

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  boolean sarif() {
    return sarif;
  }

  /** Answers with a JSON document. */
  void document(Object document) {
    out.print(Json.pretty(document));
  }

  /** Answers with text; ends with a line end. */
  void text(String text) {
    out.print(text);
  }

  /** A line that is no answer. */
  void note(String line) {
    if (!quiet) {
      err.println(line);
    }
  }

  /** A line that somebody should read, even if they want to read little. */
  void warning(String line) {
    err.println("warning: " + line);
  }

  /** Why the command failed. */
  void error(String line) {
    err.println("assay: " + line);
  }

  /** Problems, on standard error. */
  void problems(List<Problem> problems) {
    err.print(new TextRenderer(!plain && Terminal.err()).render(problems));
  }

  /** Problems as the answer. */
  void answer(List<Problem> problems) {
    out.print(new TextRenderer(!plain && Terminal.out()).render(problems));
  }

  PrintStream err() {
    return err;
  }
}
