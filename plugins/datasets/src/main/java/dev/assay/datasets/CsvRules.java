package dev.assay.datasets;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.config.diagnostics.Nearest;
import dev.assay.config.diagnostics.Words;
import dev.assay.engine.dataset.DataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table must keep to.
 *
 * @param first the table whose categories it must have and that is divided, or null if it is this
 *     one
 */
record CsvRules(Csv keys, List<String> header, @Nullable CsvTable first) {

  private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");

  /**
   * Makes sure that all columns that are asked for are there, once.
   *
   * @throws DataException if they are not
   */
  void requireColumns(DataFile file) {
    for (String column : named()) {
      int times = Collections.frequency(header, column);
      if (times > 1) {
        throw new DataException("%s has %d columns `%s`".formatted(file.name(), times, column));
      }
      if (times == 0) {
        String question = Nearest.question(column, header);
        throw new DataException(
            "%s has no column `%s`".formatted(file.name(), column),
            "%s Its columns: %s.%s".formatted(question, Words.commas(header), separator()).trim());
      }
    }
  }

  private List<String> named() {
    List<String> named = new ArrayList<>(keys.inputs().keySet());
    named.addAll(keys.targets().keySet());
    if (first == null) {
      named.addAll(keys.split().columns());
    }
    return named;
  }

  /** A header of one cell with another separator in it was not meant as one. */
  private String separator() {
    return SEPARATORS.stream()
        .filter(other -> header.size() == 1 && header.get(0).contains(other))
        .map(other -> other.equals("\t") ? "\\t" : other)
        .map(o -> " Perhaps `separator: \"%s\"`, and not `%s`.".formatted(o, keys.separator()))
        .findFirst()
        .orElse("");
  }

  /** What is wrong with a row, or null. */
  @Nullable String problem(CsvRecord record) {
    if (record.getFieldCount() != header.size()) {
      return "%d cells, and the header has %d".formatted(record.getFieldCount(), header.size());
    }
    return Stream.concat(
            keys.inputs().entrySet().stream().map(column -> problem(record, column, false)),
            keys.targets().entrySet().stream().map(column -> problem(record, column, true)))
        .filter(problem -> !problem.isEmpty())
        .findFirst()
        .orElseGet(() -> misplaced(record));
  }

  private String cell(CsvRecord record, String column) {
    return record.getField(header.indexOf(column)).trim();
  }

  private String problem(CsvRecord record, Map.Entry<String, Column> column, boolean target) {
    String cell = cell(record, column.getKey());
    boolean category = column.getValue() == Column.CATEGORY;
    if (keys.missing().contains(cell)) {
      boolean filled = keys.fill() == Csv.Missing.MEAN && !target && !category;
      return filled ? "" : "`%s` is missing".formatted(column.getKey());
    }
    if (category) {
      return unknown(column.getKey(), cell);
    }
    return Numbers.parse(cell).isPresent()
        ? ""
        : "`%s` is no number: `%s`".formatted(column.getKey(), cell);
  }

  private String unknown(String column, String cell) {
    List<String> words = first == null ? null : first.categories().get(column);
    return words == null || words.contains(cell)
        ? ""
        : "`%s` is `%s`, which is none of the %,d words of %s"
            .formatted(column, cell, words.size(), keys.file());
  }

  private @Nullable String misplaced(CsvRecord record) {
    String given = keys.split().given();
    if (given == null || first != null) {
      return null;
    }
    String part = cell(record, given);
    return Partition.isPart(part)
        ? null
        : "`%s` is `%s`, which is none of train, validation and test".formatted(given, part);
  }
}
