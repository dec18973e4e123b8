package dev.assay.engine.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of cells, in columns that line up. */
public final class Table {

  private Table() {}

  /**
   * The table as text; each row ends with a line end.
   *
   * @param rows the first one holds the headings
   * @param firstNumber the first column whose cells are aligned to the right
   */
  public static String of(List<List<String>> rows, int firstNumber) {
    int columns = rows.get(0).size();
    int[] widths =
        IntStream.range(0, columns)
            .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(c -> cell(row.get(c), widths[c], c >= firstNumber))
                    .collect(Collectors.joining("  "))
                    .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String cell(String text, int width, boolean right) {
    String room = " ".repeat(width - text.length());
    return right ? room + text : text + room;
  }
}
