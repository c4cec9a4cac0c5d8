package io.tradinggym.agents.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The matrix product of {@link Kernels#product} in register tiles: 4 rows by 2 vectors (8 independent sums, which hides
 * the latency of fused multiply-add), 1 row by 4 vectors for a single observation, 4 rows by 1 masked vector for the
 * last columns (made inside the tile: a mask that crosses a call becomes an object). A tile only chooses which outputs are
 * computed together; each output's sum is the same in all of them.
 */
final class VectorProduct {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int BLOCK = 128;

  /** From so many rows on, copying a panel of B costs less than it saves. */
  private static final int PACKING_ROWS = 16;

  private static final ThreadLocal<float[]> PANEL =
      ThreadLocal.withInitial(() -> new float[BLOCK * 2 * L]);

  private VectorProduct() {}

  static void product(
      int rows,
      int columns,
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
    if (columns == 1 && aRow == 1 && dRow == 1 && cRow == 1) {
      // Both are columns: as rows, the transposed product, they fill the vectors.
      product(1, rows, depth, b, bAt, 0, bRow, a, aAt, aDepth, d, dAt, 0, c, cAt, 0);
      return;
    }
    if (columns == 1) {
      ColumnProduct.product(
          rows, depth, a, aAt, aRow, aDepth, b, bAt, bRow, d, dAt, dRow, c, cAt, cRow);
      return;
    }
    // Blocks of the sums, so that the part of B that a tile reads stays in the first-level cache.
    // The sum goes on from C.
    block(
        rows,
        columns,
        Math.min(depth, BLOCK),
        a,
        aAt,
        aRow,
        aDepth,
        b,
        bAt,
        bRow,
        d,
        dAt,
        dRow,
        c,
        cAt,
        cRow);
    for (int k = BLOCK; k < depth; k += BLOCK) {
      block(
          rows,
          columns,
          Math.min(depth - k, BLOCK),
          a,
          aAt + k * aDepth,
          aRow,
          aDepth,
          b,
          bAt + k * bRow,
          bRow,
          c,
          cAt,
          cRow,
          c,
          cAt,
          cRow);
    }
  }

  private static void block(
      int rows,
      int columns,
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
    int quads = rows & ~3;
    int j = 0;
    if (quads == 0) {
      for (; j + 4 * L <= columns; j += 4 * L) {
        for (int r = 0; r < rows; r++) {
          oneByFour(
              depth,
              a,
              aAt + r * aRow,
              aDepth,
              b,
              bAt + j,
              bRow,
              d,
              dAt + r * dRow + j,
              c,
              cAt + r * cRow + j);
        }
      }
    }
    boolean packs = rows >= PACKING_ROWS && columns >= 2 * L;
    float[] panel = packs ? PANEL.get() : b;
    for (; j + 2 * L <= columns; j += 2 * L) {
      int r = 0;
      if (packs) {
        pack(depth, b, bAt + j, bRow, panel);
      }
      int panelAt = packs ? 0 : bAt + j;
      int panelRow = packs ? 2 * L : bRow;
      for (; r < quads; r += 4) {
        fourByTwo(
            depth,
            a,
            aAt + r * aRow,
            aRow,
            aDepth,
            panel,
            panelAt,
            panelRow,
            d,
            dAt + r * dRow + j,
            dRow,
            c,
            cAt + r * cRow + j,
            cRow);
      }
      for (; r < rows; r++) {
        oneByTwo(
            depth,
            a,
            aAt + r * aRow,
            aDepth,
            b,
            bAt + j,
            bRow,
            d,
            dAt + r * dRow + j,
            c,
            cAt + r * cRow + j);
      }
    }
    for (; j < columns; j += L) {
      int r = 0;
      for (; r < quads; r += 4) {
        fourByMasked(
            depth,
            a,
            aAt + r * aRow,
            aRow,
            aDepth,
            b,
            bAt + j,
            bRow,
            d,
            dAt + r * dRow + j,
            dRow,
            c,
            cAt + r * cRow + j,
            cRow,
            columns - j);
      }
      for (; r < rows; r++) {
        oneByMasked(
            depth,
            a,
            aAt + r * aRow,
            aDepth,
            b,
            bAt + j,
            bRow,
            d,
            dAt + r * dRow + j,
            c,
            cAt + r * cRow + j,
            columns - j);
      }
    }
  }

  /** Two vectors of each row of B, one after the other: rows a power of two apart would share few cache sets. */
  private static void pack(int depth, float[] b, int bAt, int bRow, float[] panel) {
    for (int k = 0; k < depth; k++) {
      FloatVector.fromArray(S, b, bAt + k * bRow).intoArray(panel, k * 2 * L);
      FloatVector.fromArray(S, b, bAt + k * bRow + L).intoArray(panel, k * 2 * L + L);
    }
  }

  private static void fourByTwo(
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
    FloatVector s00 = FloatVector.fromArray(S, d, dAt);
    FloatVector s01 = FloatVector.fromArray(S, d, dAt + L);
    FloatVector s10 = FloatVector.fromArray(S, d, dAt + dRow);
    FloatVector s11 = FloatVector.fromArray(S, d, dAt + dRow + L);
    FloatVector s20 = FloatVector.fromArray(S, d, dAt + 2 * dRow);
    FloatVector s21 = FloatVector.fromArray(S, d, dAt + 2 * dRow + L);
    FloatVector s30 = FloatVector.fromArray(S, d, dAt + 3 * dRow);
    FloatVector s31 = FloatVector.fromArray(S, d, dAt + 3 * dRow + L);
    int a1 = aAt + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    for (int k = 0; k < depth; k++) {
      int ak = k * aDepth;
      int bk = bAt + k * bRow;
      FloatVector b0 = FloatVector.fromArray(S, b, bk);
      FloatVector b1 = FloatVector.fromArray(S, b, bk + L);
      FloatVector x0 = FloatVector.broadcast(S, a[aAt + ak]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + ak]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(S, a[a2 + ak]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(S, a[a3 + ak]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + L);
    s10.intoArray(c, cAt + cRow);
    s11.intoArray(c, cAt + cRow + L);
    s20.intoArray(c, cAt + 2 * cRow);
    s21.intoArray(c, cAt + 2 * cRow + L);
    s30.intoArray(c, cAt + 3 * cRow);
    s31.intoArray(c, cAt + 3 * cRow + L);
  }

  private static void oneByFour(
      int depth,
      float[] a,
      int aAt,
      int aDepth,
      float[] b,
      int bAt,
      int bRow,
      float[] d,
      int dAt,
      float[] c,
      int cAt) {
    FloatVector s0 = FloatVector.fromArray(S, d, dAt);
    FloatVector s1 = FloatVector.fromArray(S, d, dAt + L);
    FloatVector s2 = FloatVector.fromArray(S, d, dAt + 2 * L);
    FloatVector s3 = FloatVector.fromArray(S, d, dAt + 3 * L);
    for (int k = 0; k < depth; k++) {
      int bk = bAt + k * bRow;
      FloatVector x = FloatVector.broadcast(S, a[aAt + k * aDepth]);
      s0 = x.fma(FloatVector.fromArray(S, b, bk), s0);
      s1 = x.fma(FloatVector.fromArray(S, b, bk + L), s1);
      s2 = x.fma(FloatVector.fromArray(S, b, bk + 2 * L), s2);
      s3 = x.fma(FloatVector.fromArray(S, b, bk + 3 * L), s3);
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + L);
    s2.intoArray(c, cAt + 2 * L);
    s3.intoArray(c, cAt + 3 * L);
  }

  private static void oneByTwo(
      int depth,
      float[] a,
      int aAt,
      int aDepth,
      float[] b,
      int bAt,
      int bRow,
      float[] d,
      int dAt,
      float[] c,
      int cAt) {
    FloatVector s0 = FloatVector.fromArray(S, d, dAt);
    FloatVector s1 = FloatVector.fromArray(S, d, dAt + L);
    for (int k = 0; k < depth; k++) {
      int bk = bAt + k * bRow;
      FloatVector x = FloatVector.broadcast(S, a[aAt + k * aDepth]);
      s0 = x.fma(FloatVector.fromArray(S, b, bk), s0);
      s1 = x.fma(FloatVector.fromArray(S, b, bk + L), s1);
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + L);
  }

  private static void fourByMasked(
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
      int cRow,
      int left) {
    VectorMask<Float> mask = S.indexInRange(0, left);
    FloatVector s0 = FloatVector.fromArray(S, d, dAt, mask);
    FloatVector s1 = FloatVector.fromArray(S, d, dAt + dRow, mask);
    FloatVector s2 = FloatVector.fromArray(S, d, dAt + 2 * dRow, mask);
    FloatVector s3 = FloatVector.fromArray(S, d, dAt + 3 * dRow, mask);
    int a1 = aAt + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    for (int k = 0; k < depth; k++) {
      int ak = k * aDepth;
      FloatVector y = FloatVector.fromArray(S, b, bAt + k * bRow, mask);
      s0 = y.fma(FloatVector.broadcast(S, a[aAt + ak]), s0);
      s1 = y.fma(FloatVector.broadcast(S, a[a1 + ak]), s1);
      s2 = y.fma(FloatVector.broadcast(S, a[a2 + ak]), s2);
      s3 = y.fma(FloatVector.broadcast(S, a[a3 + ak]), s3);
    }
    s0.intoArray(c, cAt, mask);
    s1.intoArray(c, cAt + cRow, mask);
    s2.intoArray(c, cAt + 2 * cRow, mask);
    s3.intoArray(c, cAt + 3 * cRow, mask);
  }

  private static void oneByMasked(
      int depth,
      float[] a,
      int aAt,
      int aDepth,
      float[] b,
      int bAt,
      int bRow,
      float[] d,
      int dAt,
      float[] c,
      int cAt,
      int left) {
    VectorMask<Float> mask = S.indexInRange(0, left);
    FloatVector s = FloatVector.fromArray(S, d, dAt, mask);
    for (int k = 0; k < depth; k++) {
      FloatVector y = FloatVector.fromArray(S, b, bAt + k * bRow, mask);
      s = y.fma(FloatVector.broadcast(S, a[aAt + k * aDepth]), s);
    }
    s.intoArray(c, cAt, mask);
  }
}
