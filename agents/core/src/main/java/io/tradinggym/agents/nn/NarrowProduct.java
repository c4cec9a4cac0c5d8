package io.tradinggym.agents.nn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The matrix product for a few columns, such as the heads of a policy: vectors of four lanes, of which a core computes
 * more at a time than of wide and mostly empty ones, in tiles of 8 rows to hide their latency.
 */
final class NarrowProduct {
  /** Up to here four lanes at a time win over one wide masked vector. */
  static final int MAX_COLUMNS = 8;

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_128;
  private static final int L = S.length();

  private NarrowProduct() {}

  static void product(
      int rows, int columns, int depth,
      float[] a, int aAt, int aRow, int aDepth,
      float[] b, int bAt, int bRow,
      float[] d, int dAt, int dRow,
      float[] c, int cAt, int cRow) {
    for (int j = 0; j < columns; j += L) {
      VectorMask<Float> mask = S.indexInRange(0, columns - j);
      int r = 0;
      for (; r + 8 <= rows; r += 8) {
        eight(
            depth, a, aAt + r * aRow, aRow, aDepth, b, bAt + j, bRow,
            d, dAt + r * dRow + j, dRow, c, cAt + r * cRow + j, cRow, mask);
      }
      for (; r < rows; r++) {
        one(
            depth, a, aAt + r * aRow, aDepth, b, bAt + j, bRow, d, dAt + r * dRow + j, c, cAt + r * cRow + j, mask);
      }
    }
  }

  private static void eight(
      int depth, float[] a, int aAt, int aRow, int aDepth, float[] b, int bAt, int bRow,
      float[] d, int dAt, int dRow, float[] c, int cAt, int cRow, VectorMask<Float> mask) {
    FloatVector s0 = FloatVector.fromArray(S, d, dAt, mask);
    FloatVector s1 = FloatVector.fromArray(S, d, dAt + dRow, mask);
    FloatVector s2 = FloatVector.fromArray(S, d, dAt + 2 * dRow, mask);
    FloatVector s3 = FloatVector.fromArray(S, d, dAt + 3 * dRow, mask);
    FloatVector s4 = FloatVector.fromArray(S, d, dAt + 4 * dRow, mask);
    FloatVector s5 = FloatVector.fromArray(S, d, dAt + 5 * dRow, mask);
    FloatVector s6 = FloatVector.fromArray(S, d, dAt + 6 * dRow, mask);
    FloatVector s7 = FloatVector.fromArray(S, d, dAt + 7 * dRow, mask);
    for (int k = 0; k < depth; k++) {
      int ak = aAt + k * aDepth;
      FloatVector y = FloatVector.fromArray(S, b, bAt + k * bRow, mask);
      s0 = y.fma(FloatVector.broadcast(S, a[ak]), s0);
      s1 = y.fma(FloatVector.broadcast(S, a[ak + aRow]), s1);
      s2 = y.fma(FloatVector.broadcast(S, a[ak + 2 * aRow]), s2);
      s3 = y.fma(FloatVector.broadcast(S, a[ak + 3 * aRow]), s3);
      s4 = y.fma(FloatVector.broadcast(S, a[ak + 4 * aRow]), s4);
      s5 = y.fma(FloatVector.broadcast(S, a[ak + 5 * aRow]), s5);
      s6 = y.fma(FloatVector.broadcast(S, a[ak + 6 * aRow]), s6);
      s7 = y.fma(FloatVector.broadcast(S, a[ak + 7 * aRow]), s7);
    }
    s0.intoArray(c, cAt, mask);
    s1.intoArray(c, cAt + cRow, mask);
    s2.intoArray(c, cAt + 2 * cRow, mask);
    s3.intoArray(c, cAt + 3 * cRow, mask);
    s4.intoArray(c, cAt + 4 * cRow, mask);
    s5.intoArray(c, cAt + 5 * cRow, mask);
    s6.intoArray(c, cAt + 6 * cRow, mask);
    s7.intoArray(c, cAt + 7 * cRow, mask);
  }

  private static void one(
      int depth, float[] a, int aAt, int aDepth, float[] b, int bAt, int bRow,
      float[] d, int dAt, float[] c, int cAt, VectorMask<Float> mask) {
    FloatVector s = FloatVector.fromArray(S, d, dAt, mask);
    for (int k = 0; k < depth; k++) {
      FloatVector y = FloatVector.fromArray(S, b, bAt + k * bRow, mask);
      s = y.fma(FloatVector.broadcast(S, a[aAt + k * aDepth]), s);
    }
    s.intoArray(c, cAt, mask);
  }
}
