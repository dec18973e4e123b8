package dev.assay.datasets;

import java.util.stream.IntStream;

/** How numbers become those that a network is given: {@code (number - shift) / size}. */
record IdxScale(double shift, double size) {

  /** Bytes between 0 and 1. */
  static final IdxScale OF_BYTES = new IdxScale(0, 255);

  /**
   * Fits it.
   *
   * @param training the items that it is fitted to
   */
  static IdxScale of(IdxFiles keys, Idx inputs, int[] training) {
    boolean bytes = inputs.type() == IdxType.UNSIGNED_BYTE;
    if (keys.symbols() != null) {
      return new IdxScale(0, 1);
    }
    return switch (keys.scale()) {
      case NONE -> new IdxScale(0, 1);
      case UNIT -> bytes ? OF_BYTES : new IdxScale(0, 1);
      case STANDARDIZE -> standard(inputs, training);
    };
  }

  /**
   * To mean 0 and deviation 1, by two passes, which lose no digits of large numbers.
   *
   * @param training the items that it is fitted to
   */
  static IdxScale standard(Idx inputs, int[] training) {
    double count = (double) training.length * inputs.itemSize();
    double sum = 0;
    for (int item : training) {
      for (int i = 0; i < inputs.itemSize(); i++) {
        sum += inputs.number(item, i);
      }
    }
    double mean = sum / count;
    double squares = 0;
    for (int item : training) {
      for (int i = 0; i < inputs.itemSize(); i++) {
        double distance = inputs.number(item, i) - mean;
        squares += distance * distance;
      }
    }
    double deviation = Math.sqrt(squares / count);
    return new IdxScale(mean, deviation > 0 ? deviation : 1);
  }

  /** What becomes of each byte. */
  double[] ofBytes() {
    return IntStream.range(0, 256).mapToDouble(this::of).toArray();
  }

  /** A number as a network is given it. */
  double of(double number) {
    return (number - shift) / size;
  }
}
