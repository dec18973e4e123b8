package dev.assay.standard.layers;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A batch as a matrix with a column for each feature or channel. */
enum Channels {
  /** {@code [batch, features]} and {@code [batch, steps, features]}. */
  LAST,
  /** {@code [batch, channels, height, width]}. */
  FIRST;

  /** A row for each sample, step or pixel. */
  INDArray rows(INDArray batch) {
    INDArray last = this == LAST ? batch : batch.permute(0, 2, 3, 1).dup('c');
    return last.reshape('c', -1, last.size(last.rank() - 1));
  }

  /** The rows as a batch of the given shape. */
  INDArray shaped(INDArray rows, long[] shape) {
    if (this == LAST) {
      return rows.reshape('c', shape);
    }
    INDArray last = rows.reshape('c', shape[0], shape[2], shape[3], shape[1]);
    return last.permute(0, 3, 1, 2).dup('c');
  }
}
