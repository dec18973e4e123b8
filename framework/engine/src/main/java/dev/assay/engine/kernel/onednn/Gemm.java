package dev.assay.engine.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;

/**
 * {@code C = A B + beta C} on plain matrices, either of which may lie transposed.
 *
 * @param m rows of C
 * @param n columns of C
 * @param k columns of A, rows of B
 * @param transposedA whether A lies as {@code [k, m]}
 * @param transposedB whether B lies as {@code [n, k]}
 * @param beta 0 to overwrite C, 1 to add to it
 */
public record Gemm(long m, long n, long k, boolean transposedA, boolean transposedB, float beta) {

  /** The product of matrices that start at the beginning of each memory. */
  public Step bind(Memory a, Memory b, Memory c) {
    require(a, m * k);
    require(b, k * n);
    require(c, m * n);
    byte transA = (byte) (transposedA ? 'T' : 'N');
    byte transB = (byte) (transposedB ? 'T' : 'N');
    long lda = transposedA ? m : k;
    long ldb = transposedB ? k : n;
    return () -> {
      int status =
          dnnl.dnnl_sgemm(
              transA, transB, m, n, k, 1, a.pointer(), lda, b.pointer(), ldb, beta, c.pointer(), n);
      if (status != 0) {
        throw new IllegalStateException("%s failed with status %d".formatted(this, status));
      }
    };
  }

  private static void require(Memory memory, long numbers) {
    if (memory.length() < numbers) {
      throw new IllegalArgumentException(
          "a matrix of %,d numbers in a memory of %,d".formatted(numbers, memory.length()));
    }
  }
}
