package dev.assay.config.migrate;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.text.Source;
import dev.assay.config.text.Span;
import dev.assay.config.tree.Node;
import dev.assay.config.tree.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes a file from its version of the language to the newest, step by step. */
public record Migrator(String versionKey, int newest, List<Migration> steps) {

  public static final Rule VERSION =
      new Rule("migration", "A file whose version no migration starts from.");

  /** The file in the newest version; nothing, and problems, where there is no way to it. */
  public Optional<String> migrated(Source source, Problems problems) {
    if (!(YamlReader.read(source, problems) instanceof Node.Mapping root)) {
      return Optional.empty();
    }
    Node version = root.get(versionKey);
    if (version == null) {
      return Optional.of(source.text()); // a part of other files, which say theirs
    }
    if (!(version instanceof Node.Scalar text) || !text.text().matches("[0-9]{1,9}")) {
      problems.error(VERSION, version.span(), "a version is a whole number, not " + version.kind());
      return Optional.empty();
    }
    int from = Integer.parseInt(text.text());
    if (from == newest) {
      return Optional.of(source.text());
    }
    Optional<Migration> step = steps.stream().filter(s -> s.from() == from).findFirst();
    if (step.isEmpty()) {
      problems.error(
          VERSION,
          version.span(),
          "there is no way from version %d to version %d".formatted(from, newest),
          from > newest ? "A newer release of Assay reads it." : null);
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(step.get().edits().apply(root));
    edits.add(new Edit(version.span(), Integer.toString(from + 1)));
    return migrated(Source.of(source.name(), edited(source.text(), edits)), problems);
  }

  private static String edited(String text, List<Edit> edits) {
    StringBuilder edited = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparing((Edit e) -> offset(text, e.place(), false)).reversed())
        .forEach(
            edit ->
                edited.replace(
                    offset(text, edit.place(), false),
                    offset(text, edit.place(), true),
                    edit.replacement()));
    return edited.toString();
  }

  private static int offset(String text, Span span, boolean end) {
    int line = end ? span.endLine() : span.line();
    int column = end ? span.endColumn() : span.column();
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.offsetByCodePoints(start, column - 1);
  }
}
