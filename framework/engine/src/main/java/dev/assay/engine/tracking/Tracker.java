package dev.assay.engine.tracking;

import dev.assay.config.bind.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody outside who is told of a run: a tracking server.
 *
 * <p>Training writes only to the local journal. {@link Drain} reads it in the background and calls
 * the tracker, in order; what could not be sent stays in the journal and can be sent later. A
 * tracker keeps nothing in fields: what it must remember of a run stands in a {@link Memory}, which
 * survives the process.
 */
@Kind(value = "tracker", plural = "trackers")
public interface Tracker {

  /** The word of a {@link Memory} that holds what the server calls the run. */
  String RUN_ID = "run_id";

  /** The word that holds an address under which a browser shows the run. */
  String RUN_URL = "run_url";

  /** What a message calls the server: its address, without any secret. */
  String server();

  /**
   * Tells the server of events that it does not know yet. If the process was killed between the
   * server's answer and the memory's storage, the same events come once more; that must not add
   * anything twice.
   *
   * @param run the run's folder, which artifacts are relative to
   * @throws IOException with a sentence for the user if the server cannot be told now
   */
  void send(List<Event> events, Path run, Memory memory) throws IOException;

  /** What a tracker remembers of a run. */
  interface Memory {

    /** The words to remember, to be changed in place. */
    Map<String, String> words();

    /** What the same tracker remembers of the sweep that the run belongs to. */
    Optional<Map<String, String>> parent();
  }
}
