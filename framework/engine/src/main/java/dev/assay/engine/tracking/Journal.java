package dev.assay.engine.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The record of a run: one JSON document a line, only ever appended to, so that a run that is
 * killed leaves all that it had said. Every line is on the disk when {@link #append} returns.
 */
public final class Journal implements AutoCloseable {

  /** The file's name in a run's folder. */
  public static final String FILE = "journal.jsonl";

  private final FileChannel channel;

  /** Opens the journal of a run, to append to it. */
  public Journal(Path run) throws IOException {
    this.channel =
        FileChannel.open(run.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes an event. May be called from any thread. */
  public synchronized void append(Event event) {
    byte[] line = (Json.line(event) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
