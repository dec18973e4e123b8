package dev.assay.config.tree;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.text.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads configuration files, each of them once: the same file is the same source. */
public final class Sources {

  public static final Rule UNREADABLE = new Rule("unreadable-file", "A file cannot be read.");

  private static final long MAX_BYTES = 4 * 1024 * 1024;

  private final Map<Path, Source> read = new HashMap<>();

  /**
   * The text of a file, which must be UTF-8 and at most 4 MiB.
   *
   * @return null where it cannot be read; the reason is then among the problems
   */
  public @Nullable Source read(Path file, Problems problems) {
    Source known = read.get(file);
    if (known != null) {
      return known;
    }
    Source nameOnly = Source.of(file.toString(), "");
    String reason;
    try {
      if (Files.isDirectory(file)) {
        reason = "is a folder, not a file";
      } else if (Files.size(file) > MAX_BYTES) {
        reason = "is larger than 4 MiB, more than a configuration needs";
      } else {
        Source source = Source.of(file.toString(), decode(Files.readAllBytes(file)));
        read.put(file, source);
        return source;
      }
    } catch (NoSuchFileException e) {
      reason = "does not exist";
    } catch (CharacterCodingException e) {
      reason = "is not UTF-8 text";
    } catch (IOException e) {
      reason = "cannot be read (" + e.getClass().getSimpleName() + ")";
    }
    problems.error(UNREADABLE, nameOnly.start(), "the file " + reason);
    return null;
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text; // a byte order mark
  }
}
