package dev.assay.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Speaks just enough of MLflow's language for a run to be sent, and misbehaves as it is told: the
 * next requests that a fault is meant for get the fault.
 */
final class FaultServer implements AutoCloseable {

  /** What came in. */
  @SuppressWarnings("ArrayRecordComponent") // only read
  record Seen(String method, String path, Map<String, List<String>> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Answers in place of what would be right. */
  interface Fault {
    void answer(HttpExchange exchange) throws IOException;
  }

  private record Planned(Predicate<String> path, Fault fault) {}

  final List<Seen> seen = new CopyOnWriteArrayList<>();

  /** Where a run's files are said to be. */
  volatile String artifactUri = "mlflow-artifacts:/1/r1/artifacts";

  private final Queue<Planned> faults = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FaultServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next {@code times} requests to a path that ends so get the fault. */
  FaultServer with(int times, String end, Fault fault) {
    for (int i = 0; i < times; i++) {
      faults.add(new Planned(path -> path.endsWith(end), fault));
    }
    return this;
  }

  /** An answer of another kind. */
  static Fault status(int status, String type, String body) {
    return exchange -> respond(exchange, status, type, body);
  }

  /** No answer while the server is there. */
  Fault hang() {
    return exchange -> {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    };
  }

  /** An answer that ends in its middle. */
  static Fault cut() {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  long count(String end) {
    return seen.stream().filter(request -> request.path().endsWith(end)).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            path,
            Map.copyOf(exchange.getRequestHeaders()),
            exchange.getRequestBody().readAllBytes()));
    Fault right = status(200, "application/json", right(path));
    planned(path).orElse(right).answer(exchange);
  }

  private synchronized Optional<Fault> planned(String path) {
    Optional<Planned> next = faults.stream().filter(one -> one.path().test(path)).findFirst();
    next.ifPresent(faults::remove);
    return next.map(Planned::fault);
  }

  private String right(String path) {
    String info = "{\"run_id\":\"r1\",\"experiment_id\":\"1\",\"artifact_uri\":\"%s\"}";
    return switch (path.replaceFirst("^.*/", "")) {
      case "get-by-name" ->
          "{\"experiment\":{\"experiment_id\":\"1\",\"lifecycle_stage\":\"active\"}}";
      case "create" -> "{\"run\":{\"info\":%s}}".formatted(info.formatted(artifactUri));
      default -> "{}";
    };
  }

  private static void respond(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
