package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8. */
final class Utf8 {

  /** Some programs begin a file with it; it belongs to no word. */
  private static final String MARK = "\uFEFF";

  private Utf8() {}

  /**
   * The text of a file, without a byte order mark.
   *
   * @throws DataException with the first byte that is none of UTF-8
   */
  static String text(DataFile file) {
    ByteBuffer bytes = ByteBuffer.wrap(file.bytes());
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    CoderResult end = decoder.decode(bytes, text, true);
    if (end.isError()) {
      throw new DataException(
          "%s is no text in UTF-8: byte %,d, in line %,d, is 0x%02x"
              .formatted(
                  file.name(), bytes.position(), line(text.flip()), bytes.get(bytes.position())),
          "`iconv -f LATIN1 -t UTF-8`, or -f UTF-16, makes a copy that is");
    }
    String all = text.flip().toString();
    return all.startsWith(MARK) ? all.substring(1) : all;
  }

  private static long line(CharBuffer read) {
    return 1 + read.chars().filter(c -> c == '\n').count();
  }
}
