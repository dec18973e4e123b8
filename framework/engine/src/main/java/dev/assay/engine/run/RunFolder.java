package dev.assay.engine.run;

import dev.assay.engine.EnvironmentException;
import dev.assay.engine.checkpoint.Checkpoint;
import dev.assay.engine.dataset.Digests;
import dev.assay.engine.tracking.AtomicFile;
import dev.assay.engine.tracking.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run: {@code results/<experiment>/<run>/}. It is made for one run and never used
 * again.
 *
 * @param name the run's name: the time of its start
 */
public record RunFolder(Path path, String name) {

  static final String RESOLVED = Checkpoint.RESOLVED;
  static final String OUTCOME = "outcome.json";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault());

  /**
   * Makes the folder of a run that starts now. Runs that start in the same second get a number
   * behind their name.
   *
   * @param wanted what it is called; the time if null
   * @throws EnvironmentException if it cannot be made
   */
  public static RunFolder create(Path results, String experiment, @Nullable String wanted) {
    Path parent = results.resolve(experiment);
    String name = wanted == null ? NAME.format(Instant.now()) : wanted;
    try {
      Files.createDirectories(parent);
      String full = name;
      for (int number = 2; !made(parent.resolve(full)); number++) {
        full = name + "-" + number;
      }
      return new RunFolder(parent.resolve(full), full);
    } catch (IOException e) {
      throw new EnvironmentException(
          "%s cannot be written: no folder can be made there; --results names another place"
              .formatted(parent));
    }
  }

  /** Whether this call made the folder, and no other run before it. */
  private static boolean made(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Writes a text file, whole or not at all. */
  public void write(String file, String text) throws IOException {
    AtomicFile.write(path.resolve(file), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A file of this folder, as the journal tells of it. */
  Event.Artifact artifact(Path file) throws IOException {
    String name = path.relativize(file).toString().replace('\\', '/');
    return new Event.Artifact(
        System.currentTimeMillis(), name, Files.size(file), Digests.sha256(file));
  }
}
