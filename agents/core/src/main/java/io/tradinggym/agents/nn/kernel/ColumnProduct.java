package io.tradinggym.agents.nn.kernel;

/**
 * The matrix product of {@link Kernels#product} for a single column, as the value at the end of a critic: eight sums at
 * a time hide the latency of fused multiply-add; vectors would be empty but for one lane.
 */
final class ColumnProduct {
  private ColumnProduct() {}

  static void product(Operands o) {
    int rows = o.rows;
    int depth = o.depth;
    float[] a = o.a;
    int aAt = o.aAt;
    int aRow = o.aRow;
    int aDepth = o.aDepth;
    float[] b = o.b;
    int bAt = o.bAt;
    int bRow = o.bDepth;
    float[] d = o.d;
    int dAt = o.dAt;
    int dRow = o.dRow;
    float[] c = o.c;
    int cAt = o.cAt;
    int cRow = o.cRow;
    int last = rows - 1;
    for (int r = 0; r < rows; r += 4) {
      // After the last row comes the last row: its sum is written again and again.
      int r0 = r;
      int r1 = Math.min(r + 1, last);
      int r2 = Math.min(r + 2, last);
      int r3 = Math.min(r + 3, last);
      int a0 = aAt + r0 * aRow;
      int a1 = aAt + r1 * aRow;
      int a2 = aAt + r2 * aRow;
      int a3 = aAt + r3 * aRow;
      float s0 = d[dAt + r0 * dRow];
      float s1 = d[dAt + r1 * dRow];
      float s2 = d[dAt + r2 * dRow];
      float s3 = d[dAt + r3 * dRow];
      for (int k = 0; k < depth; k++) {
        float y = b[bAt + k * bRow];
        int ak = k * aDepth;
        s0 = Math.fma(a[a0 + ak], y, s0);
        s1 = Math.fma(a[a1 + ak], y, s1);
        s2 = Math.fma(a[a2 + ak], y, s2);
        s3 = Math.fma(a[a3 + ak], y, s3);
      }
      c[cAt + r0 * cRow] = s0;
      c[cAt + r1 * cRow] = s1;
      c[cAt + r2 * cRow] = s2;
      c[cAt + r3 * cRow] = s3;
    }
  }
}
