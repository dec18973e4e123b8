package dev.assay.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Figures of an independent implementation (PyTorch, 64 bits): outputs, loss, gradients and the
 * weights after five steps of Adam.
 */
record Parity(JsonNode figures) {

  static Parity read(String name) {
    try (InputStream in = Parity.class.getResourceAsStream("/parity/" + name + ".json")) {
      return new Parity(Json.MAPPER.readTree(Objects.requireNonNull(in, name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers below a path of keys, the last axis fastest. */
  double[] numbers(String... path) {
    return flat(at(path));
  }

  double number(String... path) {
    return at(path).asDouble();
  }

  private JsonNode at(String... path) {
    JsonNode node = figures;
    for (String key : path) {
      node = node.get(key);
    }
    return node;
  }

  /** A matrix below a path of keys, with its axes exchanged. */
  double[] transposed(String... path) {
    JsonNode rows = at(path);
    int height = rows.size();
    int width = rows.get(0).size();
    double[] values = new double[height * width];
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        values[j * height + i] = rows.get(i).get(j).asDouble();
      }
    }
    return values;
  }

  private static double[] flat(JsonNode node) {
    List<Double> values = new ArrayList<>();
    collect(node, values);
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonNode node, List<Double> into) {
    if (node.isArray()) {
      node.forEach(item -> collect(item, into));
    } else {
      into.add(node.asDouble());
    }
  }

  /** Compares numbers one by one. */
  static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("%s [%d]: %s, expected %s", what, i, actual[i], expected[i])
          .isLessThanOrEqualTo(tolerance);
    }
  }
}
