package dev.assay.engine.tracking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run has been sent to a server; {@code tracking.json} in the run's folder.
 *
 * @param server whom it is sent to
 * @param offset the journal's bytes that the server knows
 * @param words what the tracker remembers, among it the server's id of the run
 */
public record Cursor(String server, long offset, Map<String, String> words) {

  /** The file's name in a run's folder. */
  public static final String FILE = "tracking.json";

  /** The cursor of a run for a server; at the journal's start if the server knows nothing yet. */
  static Cursor read(Path run, String server) throws IOException {
    Optional<Cursor> stored = read(run);
    boolean same = stored.isPresent() && stored.get().server().equals(server);
    return same ? stored.get() : new Cursor(server, 0, new LinkedHashMap<>());
  }

  /** The cursor that is stored in a run's folder. */
  public static Optional<Cursor> read(Path run) throws IOException {
    Path file = run.resolve(FILE);
    return Files.exists(file)
        ? Optional.of(Json.MAPPER.readValue(file.toFile(), Cursor.class))
        : Optional.empty();
  }

  /** Stores it, whole or not at all. */
  void write(Path run) throws IOException {
    String text = Json.pretty(this);
    AtomicFile.write(run.resolve(FILE), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
