package dev.assay.engine.tracking;

import dev.assay.engine.tracking.JournalReader.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a run's journal to a tracker, from a thread of its own, while the run writes it. A server
 * that is slow, down or wrong costs one warning; what it missed stays in the journal.
 */
public final class Drain implements AutoCloseable {

  private static final int MOST_EVENTS = 200;
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** How long the end of a run waits for the server. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Tracker tracker;
  private final Path run;
  private final Consumer<String> warning;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private boolean warned;

  /** Starts to send. */
  public Drain(Tracker tracker, Path run, Consumer<String> warning) {
    this.tracker = tracker;
    this.run = run;
    this.warning = warning;
    this.thread = new Thread(this::loop, "tracking");
    thread.setDaemon(true);
    thread.start();
  }

  private void loop() {
    Duration pause = PAUSE;
    boolean last = false;
    while (true) {
      boolean sent = false;
      try {
        sent = sendAll();
        pause = PAUSE;
      } catch (IOException | RuntimeException e) {
        warn(e);
        pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
      }
      if (last && !sent) {
        return;
      }
      last = waited(pause);
    }
  }

  /** Whether the run has ended; else waits. */
  private boolean waited(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Sends what the journal has, and says whether there was anything. */
  private boolean sendAll() throws IOException {
    boolean any = false;
    Cursor cursor = Cursor.read(run, tracker.server());
    Part part = JournalReader.read(run, cursor.offset(), MOST_EVENTS);
    while (!part.events().isEmpty()) {
      Cursor now = cursor;
      try {
        tracker.send(part.events(), run, new StoredMemory(now));
      } finally {
        cursor.write(run); // what the tracker learned before it failed is worth keeping
      }
      any = true;
      cursor = new Cursor(cursor.server(), part.offset(), cursor.words());
      cursor.write(run);
      part = JournalReader.read(run, cursor.offset(), MOST_EVENTS);
    }
    return any;
  }

  /** A memory that lies in the run's cursor, and that of its sweep. */
  private final class StoredMemory implements Tracker.Memory {
    private final Cursor cursor;

    StoredMemory(Cursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public Map<String, String> words() {
      return cursor.words();
    }

    @Override
    public Optional<Map<String, String>> parent() {
      try {
        List<Event> first = JournalReader.read(run, 0, 1).events();
        if (first.isEmpty() || !(first.get(0) instanceof Event.Begin begin)) {
          return Optional.empty();
        }
        Optional<Cursor> stored =
            begin.parent() == null
                ? Optional.empty()
                : Cursor.read(run.resolve(begin.parent()).normalize());
        return stored.filter(c -> c.server().equals(cursor.server())).map(Cursor::words);
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  private synchronized void warn(Exception e) {
    if (!warned) {
      warned = true;
      warning.accept(
          "%s: %s; the run goes on, and its journal keeps what the server missed"
              .formatted(tracker.server(), sentence(e)));
    }
  }

  private static String sentence(Exception e) {
    return e instanceof IOException && e.getMessage() != null ? e.getMessage() : e.toString();
  }

  /** Waits a while for the rest to be sent. The run must have written its end. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the server does not know yet. */
  public int pending() {
    try {
      Cursor cursor = Cursor.read(run, tracker.server());
      return JournalReader.read(run, cursor.offset(), Integer.MAX_VALUE).events().size();
    } catch (IOException e) {
      return -1;
    }
  }

  /** A word of what the tracker remembers, if it does. */
  public @Nullable String word(String name) {
    try {
      return Cursor.read(run, tracker.server()).words().get(name);
    } catch (IOException e) {
      return null;
    }
  }
}
