package io.tradinggym.agents.nn;

/**
 * The matrix product of {@link Kernels#product} for a single column, as the value at the end of a critic: eight sums at a
 * time hide the latency of fused multiply-add; vectors would be empty but for one lane.
 */
final class ColumnProduct {
  private ColumnProduct() {}

  static void product(
      int rows,
      int depth,
      float[] a,
      int aAt,
      int aRow,
      int aDepth,
      float[] b,
      int bAt,
      int bRow,
      float[] d,
      int dAt,
      int dRow,
      float[] c,
      int cAt,
      int cRow) {
    int r = 0;
    for (; r + 8 <= rows; r += 8) {
      int d0 = dAt + r * dRow;
      int a0 = aAt + r * aRow;
      float s0 = d[d0];
      float s1 = d[d0 + dRow];
      float s2 = d[d0 + 2 * dRow];
      float s3 = d[d0 + 3 * dRow];
      float s4 = d[d0 + 4 * dRow];
      float s5 = d[d0 + 5 * dRow];
      float s6 = d[d0 + 6 * dRow];
      float s7 = d[d0 + 7 * dRow];
      for (int k = 0; k < depth; k++) {
        float y = b[bAt + k * bRow];
        int ak = a0 + k * aDepth;
        s0 = Math.fma(a[ak], y, s0);
        s1 = Math.fma(a[ak + aRow], y, s1);
        s2 = Math.fma(a[ak + 2 * aRow], y, s2);
        s3 = Math.fma(a[ak + 3 * aRow], y, s3);
        s4 = Math.fma(a[ak + 4 * aRow], y, s4);
        s5 = Math.fma(a[ak + 5 * aRow], y, s5);
        s6 = Math.fma(a[ak + 6 * aRow], y, s6);
        s7 = Math.fma(a[ak + 7 * aRow], y, s7);
      }
      int c0 = cAt + r * cRow;
      c[c0] = s0;
      c[c0 + cRow] = s1;
      c[c0 + 2 * cRow] = s2;
      c[c0 + 3 * cRow] = s3;
      c[c0 + 4 * cRow] = s4;
      c[c0 + 5 * cRow] = s5;
      c[c0 + 6 * cRow] = s6;
      c[c0 + 7 * cRow] = s7;
    }
    for (; r < rows; r++) {
      float s = d[dAt + r * dRow];
      for (int k = 0; k < depth; k++) {
        s = Math.fma(a[aAt + r * aRow + k * aDepth], b[bAt + k * bRow], s);
      }
      c[cAt + r * cRow] = s;
    }
  }
}
