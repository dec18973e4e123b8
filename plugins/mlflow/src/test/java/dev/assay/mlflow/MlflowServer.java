package dev.assay.mlflow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real MLflow server, with a database and files in a temporary folder. Where Python is missing,
 * who asks for one is skipped, loudly; with the environment variable {@code
 * ASSAY_REQUIRE_MLFLOW=1}, fails.
 */
public final class MlflowServer implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration START = Duration.ofMinutes(2);
  private static @Nullable MlflowServer shared;

  private final Path python;
  private final Path folder;
  private final int port;
  private final List<String> options;
  private Process process;

  private MlflowServer(Path python, Path folder, int port, List<String> options)
      throws IOException {
    this.python = python;
    this.folder = folder;
    this.port = port;
    this.options = options;
    this.process = launch();
  }

  /** A server that all tests of this JVM use; it ends with the JVM. */
  public static synchronized MlflowServer shared() throws IOException {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  /** A new server that keeps its files itself, and answers already. */
  public static MlflowServer start() throws IOException {
    Path folder = Files.createTempDirectory("assay-mlflow");
    return start(folder, List.of("--artifacts-destination", folder.resolve("files").toString()));
  }

  /** A new server that keeps no files: its runs' files are in a folder of this machine. */
  public static MlflowServer startWithFolder() throws IOException {
    Path folder = Files.createTempDirectory("assay-mlflow");
    String files = folder.resolve("files").toUri().toString().replaceFirst("/$", "");
    return start(folder, List.of("--no-serve-artifacts", "--default-artifact-root", files));
  }

  private static MlflowServer start(Path folder, List<String> options) throws IOException {
    MlflowServer server = new MlflowServer(python(), folder, freePort(), options);
    Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
    server.await();
    return server;
  }

  private static Path python() throws IOException {
    try {
      return MlflowInstall.python();
    } catch (MlflowInstall.MissingException e) {
      String sentence = "NO MLFLOW SERVER, SO ITS TESTS ARE NOT RUN: " + e.getMessage();
      System.err.println("\n*** " + sentence + " ***\n");
      if ("1".equals(System.getenv("ASSAY_REQUIRE_MLFLOW"))) {
        throw new AssertionError(sentence, e);
      }
      return Assumptions.abort(sentence);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts it after {@link #kill}, with the same port and the same database. */
  public void startAgain() throws IOException {
    process = launch();
    await();
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>(List.of(python.toString(), "-m", "mlflow", "server"));
    command.addAll(List.of("--workers", "1", "--host", "127.0.0.1"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--backend-store-uri", "sqlite:///" + folder.resolve("mlflow.db")));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MLFLOW_"));
    builder.environment().put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false");
    builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    return builder.start();
  }

  private Path log() {
    return folder.resolve("server.log");
  }

  private void await() throws IOException {
    long end = System.nanoTime() + START.toNanos();
    while (!healthy()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        kill();
        throw new IOException("the server did not start:\n" + Files.readString(log()));
      }
      pause();
    }
  }

  private boolean healthy() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address() + "/health"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body().equals("OK");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code MLFLOW_TRACKING_URI} would say. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Ends it and all that it started at once, as a crash would. */
  public void kill() {
    List<ProcessHandle> tree =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    tree.forEach(ProcessHandle::destroyForcibly);
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    kill();
    MlflowInstall.delete(folder);
  }
}
