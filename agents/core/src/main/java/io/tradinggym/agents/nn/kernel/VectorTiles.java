package io.tradinggym.agents.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a matrix product that fit into the registers: so many rows by so many vectors of whole columns, each sum
 * going on from D, in the order of the depth. Without masks, which the compiler does not always keep out of memory.
 */
final class VectorTiles {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

  /** Columns of a vector. */
  static final int L = S.length();

  private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

  private VectorTiles() {}

  static void fourByTwo(Operands o, int r, int j, float[] b, int bAt, int bRow) {
    int depth = o.depth;
    float[] a = o.a;
    int aAt = o.aAt + r * o.aRow;
    int aDepth = o.aDepth;
    float[] d = o.d;
    int dAt = o.dAt + r * o.dRow + j;
    float[] c = o.c;
    int cAt = o.cAt + r * o.cRow + j;
    int aRow = o.aRow;
    int dRow = o.dRow;
    int cRow = o.cRow;
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

  /** A panel of B meets rows of A that stand value after value: strides known to the compiler need no bounds check. */
  static void fourByTwo(Operands o, int r, int j, float[] panel) {
    int depth = o.depth;
    float[] a = o.a;
    int aRow = o.aRow;
    int a0 = o.aAt + r * aRow;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    float[] d = o.d;
    int dAt = o.dAt + r * o.dRow + j;
    float[] c = o.c;
    int cAt = o.cAt + r * o.cRow + j;
    int dRow = o.dRow;
    int cRow = o.cRow;
    FloatVector s00 = FloatVector.fromArray(S, d, dAt);
    FloatVector s01 = FloatVector.fromArray(S, d, dAt + L);
    FloatVector s10 = FloatVector.fromArray(S, d, dAt + dRow);
    FloatVector s11 = FloatVector.fromArray(S, d, dAt + dRow + L);
    FloatVector s20 = FloatVector.fromArray(S, d, dAt + 2 * dRow);
    FloatVector s21 = FloatVector.fromArray(S, d, dAt + 2 * dRow + L);
    FloatVector s30 = FloatVector.fromArray(S, d, dAt + 3 * dRow);
    FloatVector s31 = FloatVector.fromArray(S, d, dAt + 3 * dRow + L);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(S, panel, k * 2 * L);
      FloatVector b1 = FloatVector.fromArray(S, panel, k * 2 * L + L);
      FloatVector x0 = FloatVector.broadcast(S, a[a0 + k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + k]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(S, a[a2 + k]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(S, a[a3 + k]);
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

  /** The same with four rows of A as {@link #packRows} leaves them, from {@code at}. */
  static void fourByTwo(Operands o, int r, int j, float[] rows, int at, float[] panel) {
    int depth = o.depth;
    float[] d = o.d;
    int dAt = o.dAt + r * o.dRow + j;
    float[] c = o.c;
    int cAt = o.cAt + r * o.cRow + j;
    int dRow = o.dRow;
    int cRow = o.cRow;
    FloatVector s00 = FloatVector.fromArray(S, d, dAt);
    FloatVector s01 = FloatVector.fromArray(S, d, dAt + L);
    FloatVector s10 = FloatVector.fromArray(S, d, dAt + dRow);
    FloatVector s11 = FloatVector.fromArray(S, d, dAt + dRow + L);
    FloatVector s20 = FloatVector.fromArray(S, d, dAt + 2 * dRow);
    FloatVector s21 = FloatVector.fromArray(S, d, dAt + 2 * dRow + L);
    FloatVector s30 = FloatVector.fromArray(S, d, dAt + 3 * dRow);
    FloatVector s31 = FloatVector.fromArray(S, d, dAt + 3 * dRow + L);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(S, panel, k * 2 * L);
      FloatVector b1 = FloatVector.fromArray(S, panel, k * 2 * L + L);
      FloatVector x0 = FloatVector.broadcast(S, rows[at + 4 * k]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(S, rows[at + 4 * k + 1]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(S, rows[at + 4 * k + 2]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(S, rows[at + 4 * k + 3]);
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

  static void oneByFour(Operands o, int r, int j, float[] b, int bAt, int bRow) {
    int depth = o.depth;
    float[] a = o.a;
    int aAt = o.aAt + r * o.aRow;
    int aDepth = o.aDepth;
    float[] d = o.d;
    int dAt = o.dAt + r * o.dRow + j;
    float[] c = o.c;
    int cAt = o.cAt + r * o.cRow + j;
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

  static void oneByTwo(Operands o, int r, int j, float[] b, int bAt, int bRow) {
    int depth = o.depth;
    float[] a = o.a;
    int aAt = o.aAt + r * o.aRow;
    int aDepth = o.aDepth;
    float[] d = o.d;
    int dAt = o.dAt + r * o.dRow + j;
    float[] c = o.c;
    int cAt = o.cAt + r * o.cRow + j;
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

  /** Up to eight rows; after the last one comes the last one again. */
  static void eightByOne(Operands o, int r, int rows, int j, float[] b, int bAt, int bRow) {
    int depth = o.depth;
    float[] a = o.a;
    int aAt = o.aAt + r * o.aRow;
    int aDepth = o.aDepth;
    float[] d = o.d;
    int dAt = o.dAt + r * o.dRow + j;
    float[] c = o.c;
    int cAt = o.cAt + r * o.cRow + j;
    int aRow = o.aRow;
    int dRow = o.dRow;
    int cRow = o.cRow;
    int last = rows - 1;
    int r1 = Math.min(1, last);
    int r2 = Math.min(2, last);
    int r3 = Math.min(3, last);
    int r4 = Math.min(4, last);
    int r5 = Math.min(5, last);
    int r6 = Math.min(6, last);
    int r7 = Math.min(7, last);
    FloatVector s0 = FloatVector.fromArray(S, d, dAt);
    FloatVector s1 = FloatVector.fromArray(S, d, dAt + r1 * dRow);
    FloatVector s2 = FloatVector.fromArray(S, d, dAt + r2 * dRow);
    FloatVector s3 = FloatVector.fromArray(S, d, dAt + r3 * dRow);
    FloatVector s4 = FloatVector.fromArray(S, d, dAt + r4 * dRow);
    FloatVector s5 = FloatVector.fromArray(S, d, dAt + r5 * dRow);
    FloatVector s6 = FloatVector.fromArray(S, d, dAt + r6 * dRow);
    FloatVector s7 = FloatVector.fromArray(S, d, dAt + r7 * dRow);
    int a1 = aAt + r1 * aRow;
    int a2 = aAt + r2 * aRow;
    int a3 = aAt + r3 * aRow;
    int a4 = aAt + r4 * aRow;
    int a5 = aAt + r5 * aRow;
    int a6 = aAt + r6 * aRow;
    int a7 = aAt + r7 * aRow;
    for (int k = 0; k < depth; k++) {
      int ak = k * aDepth;
      FloatVector y = FloatVector.fromArray(S, b, bAt + k * bRow);
      s0 = y.fma(FloatVector.broadcast(S, a[aAt + ak]), s0);
      s1 = y.fma(FloatVector.broadcast(S, a[a1 + ak]), s1);
      s2 = y.fma(FloatVector.broadcast(S, a[a2 + ak]), s2);
      s3 = y.fma(FloatVector.broadcast(S, a[a3 + ak]), s3);
      s4 = y.fma(FloatVector.broadcast(S, a[a4 + ak]), s4);
      s5 = y.fma(FloatVector.broadcast(S, a[a5 + ak]), s5);
      s6 = y.fma(FloatVector.broadcast(S, a[a6 + ak]), s6);
      s7 = y.fma(FloatVector.broadcast(S, a[a7 + ak]), s7);
    }
    s0.intoArray(c, cAt);
    s1.intoArray(c, cAt + r1 * cRow);
    s2.intoArray(c, cAt + r2 * cRow);
    s3.intoArray(c, cAt + r3 * cRow);
    s4.intoArray(c, cAt + r4 * cRow);
    s5.intoArray(c, cAt + r5 * cRow);
    s6.intoArray(c, cAt + r6 * cRow);
    s7.intoArray(c, cAt + r7 * cRow);
  }

  static void oneByOne(Operands o, int r, int j, float[] b, int bAt, int bRow) {
    int depth = o.depth;
    float[] a = o.a;
    int aAt = o.aAt + r * o.aRow;
    int aDepth = o.aDepth;
    float[] d = o.d;
    int dAt = o.dAt + r * o.dRow + j;
    float[] c = o.c;
    int cAt = o.cAt + r * o.cRow + j;
    FloatVector s = FloatVector.fromArray(S, d, dAt);
    for (int k = 0; k < depth; k++) {
      FloatVector y = FloatVector.fromArray(S, b, bAt + k * bRow);
      s = y.fma(FloatVector.broadcast(S, a[aAt + k * aDepth]), s);
    }
    s.intoArray(c, cAt);
  }

  /** Four rows of A that stand side by side: for every term of the sums the four values, one after the other. */
  static void packRows(int depth, float[] a, int aAt, int aDepth, float[] rows, int at) {
    for (int k = 0; k < depth; k++) {
      FloatVector.fromArray(FOUR, a, aAt + k * aDepth).intoArray(rows, at + 4 * k);
    }
  }

  /** Copies one or two vectors of each row to where they stand one after the other. */
  static void pack(int width, int depth, float[] b, int bAt, int bRow, float[] panel) {
    for (int k = 0; k < depth; k++) {
      for (int j = 0; j < width; j += L) {
        FloatVector.fromArray(S, b, bAt + k * bRow + j).intoArray(panel, k * width + j);
      }
    }
  }
}
