package dev.assay.datasets;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that has been read, with the rows that are right.
 *
 * @param rows the cells of each row, as many as the header has
 * @param lines where in the file each row begins, counted from 1
 * @param categories the words of each column of categories, sorted
 * @param skipped how many rows were left out
 */
record CsvTable(
    Csv keys,
    String source,
    List<String> header,
    List<List<String>> rows,
    List<Long> lines,
    Map<String, List<String>> categories,
    int skipped) {

  /**
   * Reads a table and checks each cell that is asked for.
   *
   * @param first the table whose categories it has and that is divided, or null if it is this one
   * @throws DataException with all that is wrong, unless bad rows are to be left out
   */
  static CsvTable read(Csv keys, DataFile file, @Nullable CsvTable first) {
    List<CsvRecord> records = CsvText.records(file, keys.separator().charAt(0));
    List<String> header = records.get(0).getFields().stream().map(String::trim).toList();
    CsvRules rules = new CsvRules(keys, header, first);
    rules.requireColumns(file);
    List<List<String>> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (CsvRecord record : records.subList(1, records.size())) {
      String problem = rules.problem(record);
      if (problem == null) {
        rows.add(record.getFields());
        lines.add(record.getStartingLineNumber());
      } else {
        wrong.add("line %d: %s".formatted(record.getStartingLineNumber(), problem));
      }
    }
    if (!wrong.isEmpty() && keys.badRows() == Csv.BadRows.ERROR) {
      throw bad(file, wrong);
    }
    if (rows.isEmpty()) {
      throw new DataException(file.name() + " has no row that could be used");
    }
    Map<String, List<String>> categories =
        first == null ? categories(keys, header, rows) : first.categories();
    return new CsvTable(keys, file.name(), header, rows, lines, categories, wrong.size());
  }

  private static DataException bad(DataFile file, List<String> wrong) {
    return new DataException(
        "%s has bad rows: %s".formatted(file.name(), Wrong.line(wrong)),
        "`bad_rows: skip` leaves them out");
  }

  private static Map<String, List<String>> categories(
      Csv keys, List<String> header, List<List<String>> rows) {
    Map<String, List<String>> categories = new LinkedHashMap<>();
    Stream.concat(keys.inputs().entrySet().stream(), keys.targets().entrySet().stream())
        .filter(column -> column.getValue() == Column.CATEGORY)
        .forEach(
            column -> {
              TreeSet<String> words = new TreeSet<>();
              rows.forEach(row -> words.add(row.get(header.indexOf(column.getKey())).trim()));
              categories.put(column.getKey(), List.copyOf(words));
            });
    return categories;
  }

  /** All rows, by their numbers. */
  int[] all() {
    return IntStream.range(0, rows.size()).toArray();
  }

  /** A cell. */
  String cell(int row, String column) {
    return rows.get(row).get(header.indexOf(column)).trim();
  }

  /** How many features a column of the input becomes. */
  int width(String column) {
    List<String> words = categories.get(column);
    return words == null ? 1 : words.size();
  }

  /** What the samples look like. */
  DataSpec spec() {
    List<Field> inputs = new ArrayList<>();
    keys.fields()
        .forEach(
            (name, columns) -> {
              int features = columns.stream().mapToInt(this::width).sum();
              inputs.add(new Field(name, Shape.of(features)));
            });
    List<Field> targets = new ArrayList<>();
    keys.targets()
        .forEach(
            (name, kind) ->
                targets.add(
                    new Field(
                        name,
                        kind == Column.CATEGORY ? Shape.ofSymbols(width(name)) : Shape.of(1))));
    Map<String, Integer> samples = new LinkedHashMap<>();
    parts().forEach((part, numbers) -> samples.put(part, numbers.length));
    return new DataSpec(inputs, targets, samples);
  }

  /** The rows of each part. */
  Map<String, int[]> parts() {
    Partition split = keys.split();
    if (split.given() != null) {
      return Partition.byPart(column(split.given()));
    }
    String by = split.group() != null ? split.group() : split.stratify() ? stratified() : null;
    Map<String, int[]> parts = split.parts(rows.size(), by == null ? null : column(by));
    return parts;
  }

  private String stratified() {
    return keys.targets().entrySet().stream()
        .filter(target -> target.getValue() == Column.CATEGORY)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () -> new DataException("`stratify` needs a target of categories").at("split"));
  }

  private List<String> column(String name) {
    int index = header.indexOf(name);
    return rows.stream().map(row -> row.get(index).trim()).toList();
  }

  /** A digest of all cells of all rows that are used. */
  String digest() {
    StringBuilder all = new StringBuilder();
    rows.forEach(row -> all.append(String.join("\u001f", row)).append('\u001e'));
    return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
