package dev.assay.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.tracking.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads back what a server knows, without any of the code that told it. */
record Rest(String server) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String API = "/api/2.0/mlflow/";

  JsonNode get(String path) throws IOException {
    return tree(HttpRequest.newBuilder(URI.create(server + API + path)));
  }

  JsonNode post(String path, String json) throws IOException {
    return tree(
        HttpRequest.newBuilder(URI.create(server + API + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static JsonNode tree(HttpRequest.Builder request) throws IOException {
    return Json.MAPPER.readTree(bytes(request));
  }

  private static byte[] bytes(HttpRequest.Builder request) throws IOException {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode run(String id) throws IOException {
    return get("runs/get?run_id=" + id).path("run");
  }

  String status(String id) throws IOException {
    return run(id).path("info").path("status").asText();
  }

  Map<String, String> params(String id) throws IOException {
    return pairs(run(id).path("data").path("params"));
  }

  Map<String, String> tags(String id) throws IOException {
    return pairs(run(id).path("data").path("tags"));
  }

  private static Map<String, String> pairs(JsonNode list) {
    Map<String, String> pairs = new LinkedHashMap<>();
    list.forEach(pair -> pairs.put(pair.path("key").asText(), pair.path("value").asText()));
    return pairs;
  }

  /** All points of a metric, as {@code step:value}. */
  List<String> history(String id, String metric) throws IOException {
    String key = URLEncoder.encode(metric, StandardCharsets.UTF_8);
    List<String> points = new ArrayList<>();
    get("metrics/get-history?run_id=%s&metric_key=%s".formatted(id, key))
        .path("metrics")
        .forEach(p -> points.add(p.path("step").asText() + ":" + p.path("value").asText()));
    return points;
  }

  /** Runs of an experiment that a filter lets through. */
  List<JsonNode> runs(String experiment, String filter) throws IOException {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("experiment_ids", List.of(experiment));
    request.put("filter", filter);
    List<JsonNode> runs = new ArrayList<>();
    post("runs/search", Json.line(request)).path("runs").forEach(runs::add);
    return runs;
  }

  JsonNode experiment(String name) throws IOException {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return get("experiments/get-by-name?experiment_name=" + encoded).path("experiment");
  }

  /** A file of a run, through the server. */
  byte[] file(String id, String path) throws IOException {
    String place = "/get-artifact?run_uuid=%s&path=%s".formatted(id, path);
    return bytes(HttpRequest.newBuilder(URI.create(server + place)));
  }
}
