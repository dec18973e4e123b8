package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An <a href="https://web.archive.org/web/20220331130319/https://yann.lecun.com/exdb/mnist/">IDX
 * file</a>: two zeros, a byte for the type of its numbers, a byte for how many axes there are, the
 * length of each axis as a big-endian int, then the numbers, the last axis fastest. Items lie along
 * the first axis.
 *
 * @param numbers all that is behind the head
 * @param lengths the length of each axis
 * @param itemSize how many numbers an item has
 */
record Idx(String name, ByteBuffer numbers, IdxType type, List<Integer> lengths, int itemSize) {

  private static final int HEAD = 4;
  private static final int MOST_AXES = 8;

  static Idx parse(DataFile file) {
    ByteBuffer buffer = ByteBuffer.wrap(file.bytes());
    if (buffer.remaining() < HEAD) {
      throw new DataException(
          "%s is no IDX file: it has %d bytes, and the head alone has %d"
              .formatted(file.name(), buffer.remaining(), HEAD));
    }
    if (buffer.getShort() != 0) {
      throw new DataException(
          "%s is no IDX file: it begins with the bytes 0x%02x 0x%02x, and not with two zeros"
              .formatted(file.name(), buffer.get(0), buffer.get(1)));
    }
    int code = buffer.get();
    IdxType type =
        IdxType.of(code)
            .orElseThrow(
                () ->
                    new DataException(
                        "%s is no IDX file: byte 2, the type of its numbers, is 0x%02x"
                            .formatted(file.name(), code),
                        "there are 0x08 and 0x09 (bytes, without and with a sign), 0x0b (short),"
                            + " 0x0c (int), 0x0d (float) and 0x0e (double)"));
    List<Integer> lengths = lengths(file.name(), buffer);
    requireSize(file.name(), type, lengths, buffer);
    int items = lengths.get(0);
    int itemSize = buffer.remaining() / type.bytes() / items;
    return new Idx(file.name(), buffer.slice(), type, lengths, itemSize);
  }

  private static List<Integer> lengths(String name, ByteBuffer buffer) {
    int axes = buffer.get() & 0xff;
    if (axes < 1 || axes > MOST_AXES) {
      throw new DataException(
          "%s is no IDX file: byte 3 says that it has %d axes, of 1 to %d"
              .formatted(name, axes, MOST_AXES));
    }
    if (buffer.remaining() < Integer.BYTES * axes) {
      throw new DataException(
          "%s is cut off in its head: it ends before byte %d, and its %d axes take %d bytes"
              .formatted(name, buffer.limit(), axes, HEAD + Integer.BYTES * axes));
    }
    List<Integer> lengths = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      int length = buffer.getInt();
      if (length < 1) {
        throw new DataException(
            "%s is no IDX file: axis %d has the length %d (byte %d)"
                .formatted(name, axis + 1, length, buffer.position() - Integer.BYTES));
      }
      lengths.add(length);
    }
    return lengths;
  }

  private static void requireSize(
      String name, IdxType type, List<Integer> lengths, ByteBuffer buffer) {
    double size = type.bytes();
    for (int length : lengths) {
      size *= length;
    }
    if (size != buffer.remaining()) {
      String sizes = lengths.stream().map("%,d"::formatted).collect(Collectors.joining(" x "));
      throw new DataException(
          "%s %s: its head says %s numbers of %d bytes, which end with byte %,.0f, and it has %,d bytes"
              .formatted(
                  name,
                  buffer.remaining() < size ? "is cut off" : "is too long",
                  sizes,
                  type.bytes(),
                  buffer.position() + size,
                  buffer.limit()));
    }
  }

  /** How many items there are. */
  int items() {
    return lengths.get(0);
  }

  /** The lengths of an item's own axes. */
  List<Integer> itemLengths() {
    return lengths.subList(1, lengths.size());
  }

  /** A number of an item. */
  double number(int item, int index) {
    return type.read(numbers, (item * itemSize + index) * type.bytes());
  }

  /** Where a number of an item begins in the file, in bytes. */
  int place(int item, int index) {
    return HEAD + Integer.BYTES * lengths.size() + (item * itemSize + index) * type.bytes();
  }

  /** A byte of an item of bytes, from 0 to 255. */
  int get(int item, int index) {
    return numbers.get(item * itemSize + index) & 0xff;
  }
}
