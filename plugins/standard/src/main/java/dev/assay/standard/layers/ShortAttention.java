package dev.assay.standard.layers;

import dev.assay.engine.kernel.onednn.Arena;
import dev.assay.engine.kernel.onednn.Layout;
import dev.assay.engine.kernel.onednn.Memory;
import dev.assay.engine.kernel.onednn.Pointwise;
import dev.assay.engine.kernel.onednn.Step;
import java.util.Arrays;

/**
 * {@code softmax(s Q K' + D) V} of many short sequences, in the letters of {@link
 * AttentionOperation}: a product of matrices as small as these is over before it has begun, and
 * costs mostly its call. Here one number of all samples lies in a row, so that the loops over rows
 * become vector instructions, and nothing above the diagonal is computed if nobody may see it.
 */
final class ShortAttention {

  /** Rows that a loop handles in the time of a call, by measurement. */
  private static final int ROWS_OF_A_CALL = 16;

  private final AttentionSizes sizes;
  private final double scale;
  private final Memory scores;
  private final Step exp;
  private final SampleRows q;
  private final SampleRows k;
  private final SampleRows v;
  private final SampleRows y;
  private final SampleRows dq;
  private final SampleRows dk;
  private final SampleRows dv;
  private final float[][][] a; // [H T, S], each a row
  private final float[][] dA;
  private final float[] of; // a row for each of the samples

  ShortAttention(Arena arena, AttentionSizes sizes, double scale) {
    this.sizes = sizes;
    this.scale = scale;
    int lines = sizes.heads() * sizes.steps();
    this.scores = arena.allocate(Layout.plain((long) lines * sizes.read(), sizes.samples()));
    this.exp = Pointwise.EXP.forward(arena, scores, scores);
    this.q = rows(sizes.steps());
    this.k = rows(sizes.read());
    this.v = rows(sizes.read());
    this.y = rows(sizes.steps());
    this.dq = rows(sizes.steps());
    this.dk = rows(sizes.read());
    this.dv = rows(sizes.read());
    this.a = new float[lines][sizes.read()][sizes.samples()];
    this.dA = new float[sizes.read()][sizes.samples()];
    this.of = new float[sizes.samples()];
  }

  /** Whether loops take less time than products of matrices. */
  static boolean suits(AttentionSizes sizes) {
    return (long) sizes.steps() * sizes.read() * sizes.size()
        <= (long) ROWS_OF_A_CALL * sizes.samples();
  }

  /** Before which step the steps end that step {@code i} reads. */
  private int end(int i) {
    return sizes.causal() ? i + 1 : sizes.read();
  }

  private SampleRows rows(int steps) {
    return new SampleRows(sizes.samples(), steps * sizes.inner());
  }

  /** Computes the heads' outputs {@code [B T, H k]}. */
  void forward(Memory queries, Memory keys, Memory values, Memory joined) {
    q.read(queries);
    k.read(keys);
    v.read(values);
    y.clear();
    eachLine(this::score);
    exp.run();
    eachLine(this::answer);
    y.write(joined);
  }

  /** Computes the gradients by Q, K and V of that by the heads' outputs. */
  void backward(Memory dHeads, Memory dQueries, Memory dKeys, Memory dValues) {
    y.read(dHeads);
    dq.clear();
    dk.clear();
    dv.clear();
    eachLine(this::derive);
    dq.write(dQueries);
    dk.write(dKeys);
    dv.write(dValues);
  }

  /** A step of a head. */
  private interface Line {
    void run(int head, int i, float[][] weights);
  }

  private void eachLine(Line line) {
    for (int head = 0; head < sizes.heads(); head++) {
      for (int i = 0; i < sizes.steps(); i++) {
        line.run(head, i, a[head * sizes.steps() + i]);
      }
    }
  }

  /** The first of the rows of a head at a step. */
  private int row(int step, int head) {
    return step * sizes.inner() + head * sizes.size();
  }

  /** Where the numbers of a line are among the scores. */
  private int place(int head, int i, int j) {
    return ((head * sizes.steps() + i) * sizes.read() + j) * sizes.samples();
  }

  /** {@code s (q_i . k_j)}, less the largest of the line. */
  private void score(int head, int i, float[][] line) {
    int end = end(i);
    Arrays.fill(of, Float.NEGATIVE_INFINITY);
    for (int j = 0; j < end; j++) {
      Arrays.fill(line[j], 0);
      for (int c = 0; c < sizes.size(); c++) {
        Rows.addProduct(line[j], q.row(row(i, head) + c), k.row(row(j, head) + c));
      }
      Rows.larger(of, line[j]);
    }
    for (int j = 0; j < end; j++) {
      Rows.subtract(line[j], of, (float) scale);
      scores.numbers().put(place(head, i, j), line[j]);
    }
  }

  /** The weights, and the sum of the values by them. */
  private void answer(int head, int i, float[][] line) {
    int end = end(i);
    Arrays.fill(of, 0);
    for (int j = 0; j < end; j++) {
      scores.numbers().get(place(head, i, j), line[j]);
      Rows.add(of, line[j]);
    }
    for (int j = 0; j < end; j++) {
      Rows.divide(line[j], of);
      for (int c = 0; c < sizes.size(); c++) {
        Rows.addProduct(y.row(row(i, head) + c), line[j], v.row(row(j, head) + c));
      }
    }
  }

  /** With {@code dS = A (dA - sum over the line of A dA)}. */
  private void derive(int head, int i, float[][] line) {
    int end = end(i);
    Arrays.fill(of, 0);
    for (int j = 0; j < end; j++) {
      Arrays.fill(dA[j], 0);
      for (int c = 0; c < sizes.size(); c++) {
        float[] dy = y.row(row(i, head) + c);
        Rows.addProduct(dA[j], dy, v.row(row(j, head) + c));
        Rows.addProduct(dv.row(row(j, head) + c), line[j], dy);
      }
      Rows.addProduct(of, line[j], dA[j]);
    }
    for (int j = 0; j < end; j++) {
      float[] dS = dA[j];
      Rows.subtract(dS, of, (float) scale);
      Rows.multiply(dS, line[j]);
      for (int c = 0; c < sizes.size(); c++) {
        Rows.addProduct(dq.row(row(i, head) + c), dS, k.row(row(j, head) + c));
        Rows.addProduct(dk.row(row(j, head) + c), dS, q.row(row(i, head) + c));
      }
    }
  }
}
