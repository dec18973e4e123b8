package dev.assay.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code --help} says. */
final class Help {

  private static final int COLUMNS = 80;

  private Help() {}

  /** All verbs, one in a line. */
  static String verbs(Map<String, Command> commands) {
    List<Line> lines =
        commands.entrySet().stream()
            .map(verb -> new Line(verb.getKey(), about(verb.getValue())))
            .toList();
    return """
        Usage: assay VERB [options] [what the verb is for]

        %s
        `assay VERB --help` lists the options of a verb, `assay --version` says which Assay this is.
        """
        .formatted(text(lines));
  }

  /** What a verb does, takes and can be told. */
  static String verb(String name, Command command, JCommander parser) {
    ParameterDescription main = parser.getMainParameterValue();
    String takes = main == null ? "" : " " + main.getDescription();
    List<Line> lines =
        parser.getParameters().stream()
            .filter(option -> !option.getParameter().hidden())
            .sorted(Comparator.comparing(Help::names))
            .map(option -> new Line(names(option), said(option)))
            .toList();
    return "Usage: assay %s [options]%s%n%n%s%n%n%s"
        .formatted(name, takes, about(command), text(lines));
  }

  private static String about(Command command) {
    return command.getClass().getAnnotation(Parameters.class).commandDescription();
  }

  private static String names(ParameterDescription option) {
    String names = String.join(", ", option.getParameter().names());
    return "%s %s".formatted(names, option.getParameterAnnotation().placeholder()).strip();
  }

  private static String said(ParameterDescription option) {
    Object value = option.getDefault();
    boolean nothing = value == null || value instanceof Boolean || value instanceof Collection<?>;
    return nothing
        ? option.getDescription()
        : "%s (default: %s)"
            .formatted(option.getDescription(), value.toString().toLowerCase(Locale.ROOT));
  }

  /** Something to write, and what it means. */
  private record Line(String written, String meaning) {}

  /** Lines whose meanings stand in a column, broken where a terminal ends. */
  private static String text(List<Line> lines) {
    int width = lines.stream().mapToInt(line -> line.written().length()).max().orElse(0);
    String start = "  %-" + width + "s  ";
    return lines.stream()
        .map(line -> start.formatted(line.written()) + broken(line.meaning(), width + 4))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String broken(String text, int indent) {
    List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    for (String word : Arrays.asList(text.split(" "))) {
      StringBuilder row = rows.get(rows.size() - 1);
      if (row.length() > 0 && indent + row.length() + 1 + word.length() > COLUMNS) {
        row = new StringBuilder();
        rows.add(row);
      }
      row.append(row.length() == 0 ? "" : " ").append(word);
    }
    return String.join("\n" + " ".repeat(indent), rows);
  }
}
