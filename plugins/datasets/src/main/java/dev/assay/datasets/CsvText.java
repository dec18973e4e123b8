package dev.assay.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.assay.engine.dataset.DataException;
import java.io.IOException;
import java.util.List;

/** A CSV file as rows of cells, whatever they say. */
final class CsvText {

  private CsvText() {}

  /**
   * The rows of a file, its header first.
   *
   * @throws DataException if there are none, or a quote is not closed
   */
  static List<CsvRecord> records(DataFile file, char separator) {
    String text = Utf8.text(file);
    requireClosed(file, text, separator);
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      List<CsvRecord> records = reader.stream().toList();
      if (records.isEmpty()) {
        throw new DataException(
            file.name() + " is empty: a table starts with the names of its columns");
      }
      return records;
    } catch (CsvParseException | IOException e) {
      throw new DataException("%s is no CSV file: %s".formatted(file.name(), e.getMessage()));
    }
  }

  /** A quote that is not closed would swallow all rows behind it as one cell. */
  private static void requireClosed(DataFile file, String text, char separator) {
    boolean quoted = false;
    boolean closed = false; // by the character before, which a second quote takes back
    boolean begins = true;
    int line = 1;
    int opened = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      boolean was = quoted;
      quoted = was ? c != '"' : c == '"' && (begins || closed);
      opened = quoted && begins ? line : opened;
      closed = was && !quoted;
      begins = !quoted && (c == separator || c == '\n' || c == '\r');
    }
    if (quoted) {
      throw new DataException(
          "%s is no CSV file: line %,d opens a quote that is never closed"
              .formatted(file.name(), opened));
    }
  }
}
