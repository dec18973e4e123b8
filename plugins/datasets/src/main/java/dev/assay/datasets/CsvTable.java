package dev.assay.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Words;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataSpec;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.shape.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
   * @throws DataException with all that is wrong, unless bad rows are to be left out
   */
  static CsvTable read(Csv keys, DataFile file) {
    List<CsvRecord> records = records(keys, file);
    if (records.isEmpty()) {
      throw new DataException(
          file.name() + " is empty: a table starts with the names of its columns");
    }
    List<String> header = records.get(0).getFields();
    requireColumns(keys, file, header);
    List<List<String>> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (CsvRecord record : records.subList(1, records.size())) {
      String problem = problem(keys, header, record);
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
    return new CsvTable(
        keys, file.name(), header, rows, lines, categories(keys, header, rows), wrong.size());
  }

  private static List<CsvRecord> records(Csv keys, DataFile file) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(keys.separator().charAt(0))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(
                new String(file.bytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""))) {
      return reader.stream().toList();
    } catch (CsvParseException | IOException e) {
      throw new DataException("%s is no CSV file: %s".formatted(file.name(), e.getMessage()));
    }
  }

  private static void requireColumns(Csv keys, DataFile file, List<String> header) {
    List<@Nullable String> named = new ArrayList<>(keys.inputs().keySet());
    named.addAll(keys.targets().keySet());
    named.add(keys.split().group());
    named.add(keys.split().given());
    for (String column : named) {
      if (column != null && !header.contains(column)) {
        String question = Nearest.question(column, header);
        throw new DataException(
            "%s has no column `%s`".formatted(file.name(), column),
            "%s Its columns: %s.".formatted(question, Words.commas(header)).trim());
      }
    }
  }

  /** What is wrong with a row, or null. */
  private static @Nullable String problem(Csv keys, List<String> header, CsvRecord record) {
    if (record.getFieldCount() != header.size()) {
      return "%d cells, and the header has %d".formatted(record.getFieldCount(), header.size());
    }
    return Stream.concat(
            keys.inputs().entrySet().stream()
                .map(column -> problem(keys, header, record, column, false)),
            keys.targets().entrySet().stream()
                .map(column -> problem(keys, header, record, column, true)))
        .filter(problem -> !problem.isEmpty())
        .findFirst()
        .orElseGet(() -> misplaced(keys, header, record));
  }

  private static String problem(
      Csv keys,
      List<String> header,
      CsvRecord record,
      Map.Entry<String, Column> column,
      boolean target) {
    String cell = record.getField(header.indexOf(column.getKey())).trim();
    boolean category = column.getValue() == Column.CATEGORY;
    if (keys.missing().contains(cell)) {
      boolean filled = keys.fill() == Csv.Missing.MEAN && !target && !category;
      return filled ? "" : "`%s` is missing".formatted(column.getKey());
    }
    return category || isNumber(cell)
        ? ""
        : "`%s` is no number: `%s`".formatted(column.getKey(), cell);
  }

  private static @Nullable String misplaced(Csv keys, List<String> header, CsvRecord record) {
    String given = keys.split().given();
    if (given == null) {
      return null;
    }
    String part = record.getField(header.indexOf(given)).trim();
    return Partition.isPart(part)
        ? null
        : "`%s` is `%s`, which is none of train, validation and test".formatted(given, part);
  }

  private static boolean isNumber(String cell) {
    try {
      return Double.isFinite(Double.parseDouble(cell));
    } catch (NumberFormatException e) {
      return false;
    }
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
    if (!parts.containsKey(DataSpec.TRAIN)) {
      throw new DataException("%s: no row is left to train on".formatted(source));
    }
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
