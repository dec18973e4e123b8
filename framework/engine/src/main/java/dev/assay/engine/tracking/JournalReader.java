package dev.assay.engine.tracking;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a journal, also while it is being written. */
public final class JournalReader {

  private JournalReader() {}

  /**
   * Events, and where the next one starts.
   *
   * @param offset in bytes
   */
  public record Part(List<Event> events, long offset) {}

  /**
   * The events from a place on. A line without an end, as a killed process may leave, is no event
   * yet.
   *
   * @param offset in bytes
   * @param most how many events to read at most
   */
  public static Part read(Path run, long offset, int most) throws IOException {
    List<Event> events = new ArrayList<>();
    long next = offset;
    try (RandomAccessFile file = new RandomAccessFile(run.resolve(Journal.FILE).toFile(), "r")) {
      file.seek(offset);
      byte[] bytes = new byte[Math.toIntExact(Math.min(file.length() - offset, 1 << 24))];
      file.readFully(bytes);
      int start = 0;
      for (int i = 0; i < bytes.length && events.size() < most; i++) {
        if (bytes[i] == '\n') {
          String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
          events.add(Json.MAPPER.readValue(line, Event.class));
          start = i + 1;
          next = offset + start;
        }
      }
    }
    return new Part(events, next);
  }

  /** All events of a run. */
  public static List<Event> all(Path run) throws IOException {
    List<Event> events = new ArrayList<>();
    Part part = read(run, 0, Integer.MAX_VALUE);
    while (!part.events().isEmpty()) {
      events.addAll(part.events());
      part = read(run, part.offset(), Integer.MAX_VALUE);
    }
    return events;
  }
}
