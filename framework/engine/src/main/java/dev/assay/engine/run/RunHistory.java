package dev.assay.engine.run;

import dev.assay.engine.tracking.Event;
import dev.assay.engine.tracking.Journal;
import dev.assay.engine.tracking.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of a results folder, as their journals tell them. */
public final class RunHistory {

  private RunHistory() {}

  /**
   * A run.
   *
   * @param status {@code unfinished} where its journal has no end
   * @param reason what ended it early, or null
   * @param started in milliseconds since 1970
   * @param metrics the last of each
   */
  public record Past(
      String experiment,
      String run,
      String directory,
      String status,
      @Nullable String reason,
      long started,
      long epochs,
      Map<String, Double> metrics) {}

  /** All runs, the oldest first. A folder without a readable journal is none. */
  public static List<Past> of(Path results) throws IOException {
    List<Past> runs = new ArrayList<>();
    if (!Files.isDirectory(results)) {
      return runs;
    }
    try (Stream<Path> files = Files.walk(results, 3)) {
      for (Path file : files.filter(f -> f.endsWith(Journal.FILE)).toList()) {
        Past run = read(file.resolveSibling("."));
        if (run != null) {
          runs.add(run);
        }
      }
    }
    runs.sort(Comparator.comparingLong(Past::started).thenComparing(Past::run));
    return runs;
  }

  private static @Nullable Past read(Path folder) {
    List<Event> events;
    try {
      events = JournalReader.all(folder.normalize());
    } catch (IOException e) {
      return null;
    }
    if (events.isEmpty() || !(events.get(0) instanceof Event.Begin begin)) {
      return null;
    }
    String status = "unfinished";
    String reason = null;
    long epochs = 0;
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof Event.Metrics measured) {
        epochs = measured.step();
        metrics.putAll(measured.values());
      } else if (event instanceof Event.End end) {
        status = end.status().name().toLowerCase(Locale.ROOT);
        reason = end.reason();
      }
    }
    return new Past(
        begin.experiment(),
        begin.run(),
        folder.normalize().toString(),
        status,
        reason,
        begin.ms(),
        epochs,
        metrics);
  }
}
