package dev.assay.engine.tracking;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all, whenever the process or the machine stops. */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes bytes. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file beside the place where it belongs, waits for the disk, and moves it there. */
  public static void write(Path file, Content content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
        content.writeTo(out);
        out.flush();
        out.getFD().sync();
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
