package dev.assay.config.tree;

import dev.assay.config.diagnostics.Problems;
import dev.assay.config.diagnostics.Rule;
import dev.assay.config.text.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
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
  public static final Rule CUT_OFF =
      new Rule("cut-off", "A file whose last line has no end, as if the rest were missing.");

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
    String reason;
    try {
      if (Files.isDirectory(file)) {
        reason = "is a folder, not a file";
      } else if (Files.size(file) > MAX_BYTES) {
        reason = "is larger than 4 MiB, more than a configuration needs";
      } else {
        Source source = decoded(file, Files.readAllBytes(file), problems);
        if (source != null) {
          read.put(file, source);
        }
        return source;
      }
    } catch (NoSuchFileException e) {
      reason = "does not exist";
    } catch (IOException e) {
      reason = "cannot be read (" + e.getClass().getSimpleName() + ")";
    }
    problems.error(UNREADABLE, Source.of(file.toString(), "").start(), "the file " + reason);
    return null;
  }

  /** A byte order mark tells, or the zeros that are half of each letter in English. */
  private static boolean looksLikeUtf16(byte... bytes) {
    if (bytes.length < 4) {
      return false;
    }
    int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    boolean bigEndian = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0;
    boolean littleEndian = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0;
    return mark == 0xfeff || mark == 0xfffe || bigEndian || littleEndian;
  }

  private static @Nullable Source decoded(Path file, byte[] bytes, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    boolean mark = out.position() > 0 && out.get(0) == '\uFEFF'; // a byte order mark
    String text = out.flip().toString().substring(mark ? 1 : 0);
    if (result.isError()) {
      Source shown = Source.of(file.toString(), new String(bytes, StandardCharsets.UTF_8));
      problems.error(
          UNREADABLE,
          shown.place(text.codePointCount(0, text.length())),
          "this is not UTF-8 text: the byte 0x%02X cannot stand here"
              .formatted(bytes[in.position()]),
          "Save the file as UTF-8" + (looksLikeUtf16(bytes) ? "; it looks like UTF-16." : "."));
      return null;
    }
    if (looksLikeUtf16(bytes)) {
      problems.error(
          UNREADABLE,
          Source.of(file.toString(), "").start(),
          "this is not UTF-8 text: every other byte is 0, as in UTF-16",
          "Save the file as UTF-8.");
      return null;
    }
    Source source = Source.of(file.toString(), text);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      problems.warning(
          CUT_OFF,
          source.place(text.codePointCount(0, text.length()) - 1),
          "the last line has no end; is the rest of the file missing?",
          null);
    }
    return source;
  }
}
