package dev.assay.mlflow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * MLflow's server as its users have it, in a Python environment of its own. It is made once, in
 * {@code .cache} of the project, where {@code mvn clean} does not find it.
 */
final class MlflowInstall {

  private static final String VERSION = "3.17.2";

  /** What the server and its pages need; all of MLflow would be twice as large. */
  private static final List<String> PARTS =
      List.of(
          "mlflow-skinny==" + VERSION,
          "Flask",
          "Flask-CORS",
          "graphene<4",
          "sqlalchemy",
          "alembic",
          "aiohttp",
          "numpy",
          "pandas");

  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  private final Path folder;
  private final Path done;
  private final Path log;

  private MlflowInstall(Path cache) {
    this.folder = cache.resolve("mlflow-" + VERSION);
    this.done = folder.resolve("complete");
    this.log = cache.resolve("mlflow-" + VERSION + ".log");
  }

  /** This machine cannot have the server; the message says why. */
  static final class MissingException extends Exception {
    private static final long serialVersionUID = 1;

    MissingException(String message) {
      super(message);
    }
  }

  /** The Python that has MLflow. Two processes that ask at the same time make it once. */
  static synchronized Path python() throws MissingException, IOException {
    Path cache = Files.createDirectories(projectRoot().resolve(".cache"));
    MlflowInstall install = new MlflowInstall(cache);
    try (FileChannel channel =
            FileChannel.open(
                cache.resolve("mlflow-" + VERSION + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !Files.exists(install.done)) {
        install.make();
      }
    }
    return install.program();
  }

  private static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests do not run inside the project");
    }
    return folder;
  }

  private Path program() {
    return WINDOWS ? folder.resolve("Scripts/python.exe") : folder.resolve("bin/python");
  }

  private void make() throws MissingException, IOException {
    delete(folder); // what a process that was killed has left
    Files.deleteIfExists(log);
    step(
        "there is no python3 with venv and pip (on Debian: apt-get install python3-venv)",
        List.of(WINDOWS ? "python" : "python3", "-m", "venv", folder.toString()));
    List<String> pip =
        List.of(program().toString(), "-m", "pip", "install", "--disable-pip-version-check");
    String offline = "pip cannot install MLflow's server; see " + log;
    step(offline, joined(pip, PARTS));
    step(offline, joined(pip, List.of("--no-deps", "mlflow==" + VERSION)));
    Files.createFile(done);
  }

  private static List<String> joined(List<String> a, List<String> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  private void step(String whyNot, List<String> command) throws MissingException, IOException {
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      boolean ended = process.waitFor(10, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      if (!ended || process.exitValue() != 0) {
        throw new MissingException(whyNot);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MissingException("interrupted");
    } catch (IOException e) {
      throw new MissingException(whyNot);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
