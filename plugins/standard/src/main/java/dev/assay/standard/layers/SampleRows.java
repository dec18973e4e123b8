package dev.assay.standard.layers;

import dev.assay.engine.kernel.onednn.Memory;
import java.util.Arrays;

/** Numbers of samples, turned: each row holds one number of every sample. */
final class SampleRows {

  private final float[][] rows;
  private final float[] plain;

  /**
   * Rows of zeros.
   *
   * @param numbers how many numbers a sample has
   */
  SampleRows(int samples, int numbers) {
    this.rows = new float[numbers][samples];
    this.plain = new float[samples * numbers];
  }

  float[] row(int number) {
    return rows[number];
  }

  void clear() {
    for (float[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Reads memory in which sample lies behind sample. */
  void read(Memory memory) {
    memory.numbers().get(0, plain);
    for (int number = 0; number < rows.length; number++) {
      gather(plain, number, rows.length, rows[number]);
    }
  }

  /** Writes memory in which sample lies behind sample. */
  void write(Memory memory) {
    for (int number = 0; number < rows.length; number++) {
      scatter(rows[number], plain, number, rows.length);
    }
    memory.numbers().put(0, plain);
  }

  private static void gather(float[] from, int first, int stride, float[] row) {
    for (int sample = 0; sample < row.length; sample++) {
      row[sample] = from[first + sample * stride];
    }
  }

  private static void scatter(float[] row, float[] into, int first, int stride) {
    for (int sample = 0; sample < row.length; sample++) {
      into[first + sample * stride] = row[sample];
    }
  }
}
