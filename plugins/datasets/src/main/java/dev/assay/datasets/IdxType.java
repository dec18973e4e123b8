package dev.assay.datasets;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/** What an IDX file's numbers are, by the third byte of the file. All are big-endian. */
enum IdxType {
  UNSIGNED_BYTE(0x08, 1, true) {
    @Override
    double read(ByteBuffer from, int at) {
      return from.get(at) & 0xff;
    }
  },
  BYTE(0x09, 1, true) {
    @Override
    double read(ByteBuffer from, int at) {
      return from.get(at);
    }
  },
  SHORT(0x0B, Short.BYTES, true) {
    @Override
    double read(ByteBuffer from, int at) {
      return from.getShort(at);
    }
  },
  INT(0x0C, Integer.BYTES, true) {
    @Override
    double read(ByteBuffer from, int at) {
      return from.getInt(at);
    }
  },
  FLOAT(0x0D, Float.BYTES, false) {
    @Override
    double read(ByteBuffer from, int at) {
      return from.getFloat(at);
    }
  },
  DOUBLE(0x0E, Double.BYTES, false) {
    @Override
    double read(ByteBuffer from, int at) {
      return from.getDouble(at);
    }
  };

  private final int code;
  private final int bytes;
  private final boolean whole;

  IdxType(int code, int bytes, boolean whole) {
    this.code = code;
    this.bytes = bytes;
    this.whole = whole;
  }

  /** The type that a file's third byte says, if it is one. */
  static Optional<IdxType> of(int code) {
    return Stream.of(values()).filter(type -> type.code == code).findFirst();
  }

  /** How many bytes a number has. */
  int bytes() {
    return bytes;
  }

  /** Whether all its numbers are whole. */
  boolean isWhole() {
    return whole;
  }

  /** The number that begins at a byte. */
  abstract double read(ByteBuffer from, int at);
}
