package dev.assay.config.text;

/**
 * A stretch of a source. Lines and columns count from 1, a column is a code point, and the end is
 * exclusive.
 */
public record Span(Source source, int line, int column, int endLine, int endColumn) {

  /** {@code file:line:column}, the form that editors and terminals turn into a link. */
  @Override
  public String toString() {
    return source.name() + ":" + line + ":" + column;
  }
}
