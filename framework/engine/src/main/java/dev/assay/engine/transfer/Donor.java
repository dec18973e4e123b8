package dev.assay.engine.transfer;

import dev.assay.engine.checkpoint.Checkpoint;
import dev.assay.engine.dataset.DataException;
import dev.assay.engine.execution.ParameterPlace;
import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Journal;
import dev.assay.engine.tracking.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run that gives its parameters to others.
 *
 * @param checkpoint where they are
 * @param run the name of its experiment, a slash and its own; the file's where that is in no run
 * @param id what its journal calls it, or null
 */
public record Donor(
    Path checkpoint, String run, @Nullable String id, Checkpoint.Contents contents) {

  /**
   * Opens a run.
   *
   * @param path its folder, its checkpoint, or the folder of its experiment
   * @throws IOException with a sentence for the user if there is none, or if it is damaged
   */
  public static Donor open(Path path) throws IOException {
    Path file = checkpoint(path).toAbsolutePath().normalize();
    Path folder = file.getParent() == null ? null : file.getParent().getParent();
    boolean inRun = folder != null && Files.isRegularFile(folder.resolve(Journal.FILE));
    String run = file.getFileName().toString();
    String id = null;
    if (folder != null && inRun) {
      run = "%s/%s".formatted(folder.resolveSibling("").getFileName(), folder.getFileName());
      id = id(folder);
    }
    return new Donor(file, run, id, Checkpoint.contents(file));
  }

  private static Path checkpoint(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return path;
    }
    if (Files.isRegularFile(path.resolve(Checkpoint.LAST))) {
      return path.resolve(Checkpoint.LAST);
    }
    return newest(path)
        .orElseThrow(
            () ->
                new IOException(
                    "there is no %s %s"
                        .formatted(Files.exists(path) ? "finished run in" : "run", path)));
  }

  private static Optional<Path> newest(Path experiment) throws IOException {
    if (!Files.isDirectory(experiment)) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(experiment)) {
      return runs.map(run -> run.resolve(Checkpoint.LAST))
          .filter(Files::isRegularFile)
          .max(Comparator.comparing(Donor::written).thenComparing(Comparator.naturalOrder()));
    }
  }

  private static long written(Path file) {
    return file.toFile().lastModified();
  }

  private static @Nullable String id(Path folder) throws IOException {
    List<Event> events = JournalReader.all(folder);
    return !events.isEmpty() && events.get(0) instanceof Event.Begin begin ? begin.uid() : null;
  }

  /** The names of its layers that have parameters. */
  public List<String> layers() {
    return contents.places().stream().map(ParameterPlace::layer).distinct().toList();
  }

  /** The parameters of one of its layers. */
  public List<ParameterPlace> parameters(String layer) {
    return contents.places().stream().filter(place -> place.layer().equals(layer)).toList();
  }

  /**
   * Reads its numbers.
   *
   * @throws DataException if they are not there any more, or are others by now
   */
  public Numbers numbers() {
    try {
      return new Numbers(this, Checkpoint.numbers(checkpoint));
    } catch (IOException e) {
      throw new DataException(String.valueOf(e.getMessage()));
    }
  }

  /** All its numbers, in the order of its own network. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Numbers(Donor donor, double[] all) {

    /** Those of a parameter, the last axis fastest. */
    public double[] of(String layer, String parameter) {
      return donor.parameters(layer).stream()
          .filter(place -> place.parameter().equals(parameter))
          .findFirst()
          .orElseThrow()
          .in(all);
    }
  }
}
