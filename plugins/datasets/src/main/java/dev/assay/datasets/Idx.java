package dev.assay.datasets;

import dev.assay.engine.dataset.DataException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An IDX file of bytes: a magic number 0x000008 with the number of axes, the length of each axis as
 * a big-endian int, then the bytes, the last axis fastest.
 *
 * @param items the length of the first axis
 * @param itemSize how many bytes an item has
 * @param data where the bytes start
 */
@SuppressWarnings("ArrayRecordComponent") // views of a file, read only here
record Idx(byte[] file, int items, int itemSize, int data) {

  static Idx parse(DataFile file) {
    ByteBuffer buffer = ByteBuffer.wrap(file.bytes());
    if (buffer.remaining() < 4 || buffer.getShort() != 0 || buffer.get() != 8) {
      throw new DataException(file.name() + " is no IDX file of bytes");
    }
    int axes = buffer.get();
    if (axes < 1 || axes > 8 || buffer.remaining() < 4 * axes) {
      throw new DataException(file.name() + " is no IDX file: it says it has " + axes + " axes");
    }
    int[] dims = new int[axes];
    long size = 1;
    for (int i = 0; i < axes; i++) {
      dims[i] = buffer.getInt();
      size *= Math.max(0, dims[i]);
    }
    if (size != buffer.remaining()) {
      throw new DataException(
          "%s holds %,d bytes of data, its head says %s"
              .formatted(file.name(), buffer.remaining(), Arrays.toString(dims)));
    }
    int itemSize = dims[0] == 0 ? 0 : buffer.remaining() / dims[0];
    return new Idx(file.bytes(), dims[0], itemSize, buffer.position());
  }

  /** A byte of an item, from 0 to 255. */
  int get(int item, int index) {
    return file[data + item * itemSize + index] & 0xff;
  }
}
