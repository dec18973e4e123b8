package dev.assay.config.tree;

/**
 * Looks for what a parser misses: where it stumbles, a bracket or a quote may have been open for
 * many lines, and the line that opened it is the one to mend.
 *
 * @param text the whole text
 */
record Unclosed(String text) {

  /** Whether the bracket at an index is closed by one of its kind before the text ends. */
  boolean isClosed(int opening) {
    StringBuilder open = new StringBuilder();
    for (int i = opening; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        i = endOfQuote(i);
      } else if (c == '#' && Character.isWhitespace(text.charAt(i - 1))) {
        i = endOfLine(i);
      } else if (c == '[' || c == '{') {
        open.append(c == '[' ? ']' : '}');
      } else if (c == ']' || c == '}') {
        int last = open.length() - 1;
        if (open.charAt(last) != c) {
          return false;
        }
        open.setLength(last);
        if (last == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Where the quote that ends before an index, on the same line, was opened; -1 if on that line.
   */
  int quoteRunningInto(int index) {
    int lineStart = text.lastIndexOf('\n', index - 1) + 1;
    int opened = -1;
    for (int i = 0; i < lineStart; i++) {
      char c = text.charAt(i);
      boolean starts = i == 0 || " [{,\t\n".indexOf(text.charAt(i - 1)) >= 0;
      if ((c == '"' || c == '\'') && starts) {
        int end = endOfQuote(i);
        opened = end >= lineStart && end <= index ? i : opened;
        i = end;
      } else if (c == '#' && starts) {
        i = endOfLine(i);
      }
    }
    return opened;
  }

  private int endOfLine(int index) {
    int end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end;
  }

  private int endOfQuote(int index) {
    char quote = text.charAt(index);
    for (int i = index + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote == '"') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return text.length();
  }
}
