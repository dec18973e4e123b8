package dev.assay.datasets;

/** How numbers become those that a network is given: {@code (number - shift) / size}. */
record IdxScale(double shift, double size) {

  private static final double LARGEST_BYTE = 255;

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
      case UNIT -> new IdxScale(0, bytes ? LARGEST_BYTE : 1);
      case STANDARDIZE -> fitted(inputs, training);
    };
  }

  /** By two passes, which lose no digits of large numbers. */
  private static IdxScale fitted(Idx inputs, int[] training) {
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

  /** A number as a network is given it. */
  double of(double number) {
    return (number - shift) / size;
  }
}
