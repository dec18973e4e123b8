package dev.assay.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file in parts, each to an address in the storage behind the server that is good for a while.
 *
 * @param root what stands before {@code mpu} in the server's addresses
 */
record PartsUpload(Wire wire, String root) {

  /** Object stores want 5 MiB at least for all parts but the last; one part is in memory. */
  private static final long PART = 32L << 20;

  private record Create(String path, int numParts) {}

  private record Part(int partNumber, String etag, String url) {}

  private record Complete(String path, String uploadId, List<Part> parts) {}

  /**
   * Puts a file into a folder.
   *
   * @param folder as it stands in an address
   * @param name what the file is called there
   */
  void put(String folder, String name, Path file) throws IOException {
    int count = (int) Math.max(1, (Files.size(file) + PART - 1) / PART);
    JsonNode made = post("create", folder, new Create(name, count));
    List<Part> parts = new ArrayList<>();
    for (JsonNode address : made.path("credentials")) {
      parts.add(part(address, file));
    }
    post("complete", folder, new Complete(name, made.path("upload_id").asText(), parts));
  }

  private JsonNode post(String verb, String folder, Record body) throws IOException {
    HttpResponse<String> response =
        wire.post(
            URI.create(root + "/mpu/" + verb + "/" + folder),
            Map.of("Content-Type", "application/json"),
            BodyPublishers.ofString(Json.line(body)),
            "an upload in parts");
    return Json.MAPPER.readTree(response.body());
  }

  private Part part(JsonNode address, Path file) throws IOException {
    int number = address.path("part_number").asInt();
    String url = address.path("url").asText();
    Map<String, String> headers = new LinkedHashMap<>();
    address
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    HttpResponse<String> response = wire.put(URI.create(url), headers, body(file, number), file);
    return new Part(number, response.headers().firstValue("ETag").orElse(""), url);
  }

  private static BodyPublisher body(Path file, int number) throws IOException {
    long from = (number - 1) * PART;
    byte[] bytes = new byte[(int) Math.min(PART, Files.size(file) - from)];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(from);
      in.readFully(bytes);
    }
    return BodyPublishers.ofByteArray(bytes);
  }
}
