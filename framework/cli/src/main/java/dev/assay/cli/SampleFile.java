package dev.assay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.assay.engine.dataset.Data;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.dataset.DataSpec.Field;
import dev.assay.engine.dataset.Sequences;
import dev.assay.engine.shape.Shape;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Samples that a user writes: a CSV file with a header, or one JSON object a line. Where the
 * dataset has no columns of its own, there is one, {@code input}: a text, or numbers.
 */
final class SampleFile {

  /** So many bad samples are told. */
  private static final int SHOWN = 10;

  private SampleFile() {}

  /**
   * Reads samples.
   *
   * @param name a file, or {@code -} for standard input
   * @throws DataException with the numbers of samples that are not what they should be
   */
  static Sequences read(String name, List<Field> fields, Data data) throws IOException {
    String called = name.equals("-") ? "standard input" : name;
    List<Map<String, String>> samples = cells(called, text(name));
    if (samples.isEmpty()) {
      throw new DataException("there are no samples in " + called);
    }
    List<List<double[]>> inputs = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    @Nullable String hint = null;
    for (int i = 0; i < samples.size(); i++) {
      try {
        inputs.add(inputs(samples.get(i), fields, data));
      } catch (DataException e) {
        wrong.add("sample %d of %s: %s".formatted(i + 1, called, e.getMessage()));
        hint = e.hint();
      }
    }
    if (!wrong.isEmpty()) {
      throw new DataException(told(wrong), wrong.size() == 1 ? hint : null);
    }
    return new Sequences(inputs, Collections.nCopies(inputs.size(), List.of()));
  }

  private static String told(List<String> wrong) {
    String first = wrong.stream().limit(SHOWN).collect(Collectors.joining("\n"));
    int more = wrong.size() - SHOWN;
    return more > 0 ? "%s\n... and %,d more".formatted(first, more) : first;
  }

  private static String text(String name) throws IOException {
    try {
      byte[] bytes =
          name.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(name));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new DataException("there is no file " + name);
    }
  }

  private static List<Map<String, String>> cells(String name, String text) throws IOException {
    List<Map<String, String>> samples = new ArrayList<>();
    if (text.stripLeading().startsWith("{")) {
      for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
        samples.add(ofJson(name, samples.size() + 1, line));
      }
      return samples;
    }
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      reader.forEach(record -> samples.add(record.getFieldsAsMap()));
      return samples;
    } catch (CsvParseException e) {
      throw new DataException(
          "%s is neither CSV nor JSON lines: %s".formatted(name, e.getMessage()));
    }
  }

  private static Map<String, String> ofJson(String name, int number, String line) {
    try {
      Map<String, String> cells = new LinkedHashMap<>();
      JsonNode object = Json.MAPPER.readTree(line);
      object
          .fieldNames()
          .forEachRemaining(
              key -> {
                JsonNode value = object.get(key);
                cells.put(key, value.isValueNode() ? value.asText() : value.toString());
              });
      return cells;
    } catch (JsonProcessingException e) {
      throw new DataException(
          "line %d of %s is no JSON: %s".formatted(number, name, e.getOriginalMessage()));
    }
  }

  /** The numbers of each input. */
  private static List<double[]> inputs(Map<String, String> cells, List<Field> fields, Data data) {
    return data.encoder() != null
        ? divided(data.encoder().input(cells), fields)
        : fields.stream().map(field -> input(cells, field, data)).toList();
  }

  /** What an encoder says of several inputs, one behind the other. */
  private static List<double[]> divided(double[] numbers, List<Field> fields) {
    List<double[]> parts = new ArrayList<>();
    int from = 0;
    for (Field field : fields) {
      int size = Math.min(field.shape().size(), numbers.length - from);
      parts.add(Arrays.copyOfRange(numbers, from, from + size));
      from += size;
    }
    return parts;
  }

  private static double[] input(Map<String, String> cells, Field field, Data data) {
    String cell = cells.get(field.name());
    if (cell == null) {
      throw new DataException("there is no `%s`".formatted(field.name()));
    }
    double[] numbers =
        field.shape().isSymbols()
            ? Arrays.stream(data.vocabulary(field).symbols(cell)).asDoubleStream().toArray()
            : numbers(field.name(), cell);
    Shape shape = field.shape();
    int step = field.padded() ? shape.size() / shape.dim(0) : shape.size();
    if (numbers.length == 0 || numbers.length > shape.size() || numbers.length % step != 0) {
      throw new DataException(
          "`%s` has the length %,d, and the network takes %s"
              .formatted(field.name(), numbers.length, field.describe()));
    }
    return numbers;
  }

  /** Numbers, whatever stands around and between them. */
  private static double[] numbers(String name, String cell) {
    try {
      return Arrays.stream(cell.replaceAll("[\\[\\],;]", " ").strip().split("\\s+"))
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (NumberFormatException e) {
      throw new DataException("`%s` holds something that is no number".formatted(name));
    }
  }
}
