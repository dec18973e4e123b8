package dev.assay.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that go straight into an object store, to addresses that the server signs. */
record PresignedStore(Connection connection, String run) implements ArtifactStore {

  private record Request(String runId, String path) {}

  @Override
  public void put(String path, Path file) throws IOException {
    JsonNode signed;
    try {
      signed = signed(path);
    } catch (Trouble trouble) {
      if (trouble.status() < 400 || trouble.status() >= 500) {
        throw trouble;
      }
      new ServerStore(connection, run).put(path, file); // it signs nothing
      return;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    signed
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    URI place = URI.create(signed.path("presigned_url").asText());
    connection.wire().put(place, headers, BodyPublishers.ofFile(file), file);
  }

  private JsonNode signed(String path) throws IOException {
    String body = Json.line(new Request(run, path));
    String answer =
        connection.ask(client -> client.sendPost("artifacts/presigned-upload-url", body));
    return Json.MAPPER.readTree(answer);
  }
}
