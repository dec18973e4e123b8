package dev.assay.standard.optimizers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** What PyTorch makes of the same parameters and gradients. */
public final class Figures {

  private Figures() {}

  /** All of the first file. */
  public static JsonNode read() throws IOException {
    return read("pytorch");
  }

  /** All of a file. */
  static JsonNode read(String file) throws IOException {
    try (InputStream in = Figures.class.getResourceAsStream("/optimizers/" + file + ".json")) {
      return Json.MAPPER.readTree(Objects.requireNonNull(in));
    }
  }

  /** The numbers of a list. */
  public static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
