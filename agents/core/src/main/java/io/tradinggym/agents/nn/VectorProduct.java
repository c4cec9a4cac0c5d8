package io.tradinggym.agents.nn;

/**
 * The matrix product of {@link Kernels#product} by the tiles of {@link VectorTiles}: 4 rows by 2 vectors (8 independent sums,
 * which hides the latency of fused multiply-add), 1 row by 4 vectors for a single observation, 8 rows by 1 vector for the last columns. A
 * tile only chooses which outputs are computed together; each output's sum is the same in all of them.
 */
final class VectorProduct {
  private static final int L = VectorTiles.L;
  private static final int BLOCK = 128;

  /** From so many rows on, copying a panel of B costs less than it saves. */
  private static final int PACKING_ROWS = 16;

  /** Of one thread: a panel of B, or one of half the width and the sums of eight rows. */
  private static final ThreadLocal<float[]> PANEL =
      ThreadLocal.withInitial(() -> new float[2 * BLOCK * L]);

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
      int bDepth,
      int bColumn,
      float[] d,
      int dAt,
      int dRow,
      float[] c,
      int cAt,
      int cRow) {
    if (columns == 1 && aRow == 1 && dRow == 1 && cRow == 1) {
      // Both are columns: as rows, the transposed product, they fill the vectors.
      product(1, rows, depth, b, bAt, 0, bDepth, a, aAt, aDepth, 1, d, dAt, 0, c, cAt, 0);
      return;
    }
    if (columns == 1) {
      ColumnProduct.product(
          rows, depth, a, aAt, aRow, aDepth, b, bAt, bDepth, d, dAt, dRow, c, cAt, cRow);
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
        bDepth,
        bColumn,
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
          bAt + k * bDepth,
          bDepth,
          bColumn,
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
      int bDepth,
      int bColumn,
      float[] d,
      int dAt,
      int dRow,
      float[] c,
      int cAt,
      int cRow) {
    int whole = columns - columns % L;
    if (bColumn != 1 || rows >= PACKING_ROWS) {
      packed(
          rows, whole, depth, a, aAt, aRow, aDepth, b, bAt, bDepth, bColumn, d, dAt, dRow, c, cAt,
          cRow);
    } else {
      direct(rows, whole, depth, a, aAt, aRow, aDepth, b, bAt, bDepth, d, dAt, dRow, c, cAt, cRow);
    }
    if (whole < columns) {
      last(
          rows,
          columns - whole,
          depth,
          a,
          aAt,
          aRow,
          aDepth,
          b,
          bAt + whole * bColumn,
          bDepth,
          bColumn,
          d,
          dAt + whole,
          dRow,
          c,
          cAt + whole,
          cRow);
    }
  }

  /** Whole vectors of columns, each one or two copied to where it stays in the cache while all rows meet it. */
  private static void packed(
      int rows,
      int columns,
      int depth,
      float[] a,
      int aAt,
      int aRow,
      int aDepth,
      float[] b,
      int bAt,
      int bDepth,
      int bColumn,
      float[] d,
      int dAt,
      int dRow,
      float[] c,
      int cAt,
      int cRow) {
    float[] panel = PANEL.get();
    // Where the sums do not start from C itself, the last tile may compute rows again that the one
    // before it did.
    int tiles = d != c && rows >= 4 ? rows : rows & ~3;
    int j = 0;
    for (; j + 2 * L <= columns; j += 2 * L) {
      pack(2 * L, depth, b, bAt + j * bColumn, bDepth, bColumn, panel);
      for (int r = 0; r < tiles; r += 4) {
        int row = Math.min(r, rows - 4);
        VectorTiles.fourByTwo(
            depth,
            a,
            aAt + row * aRow,
            aRow,
            aDepth,
            panel,
            0,
            2 * L,
            d,
            dAt + row * dRow + j,
            dRow,
            c,
            cAt + row * cRow + j,
            cRow);
      }
      for (int r = tiles; r < rows; r++) {
        VectorTiles.oneByTwo(
            depth,
            a,
            aAt + r * aRow,
            aDepth,
            panel,
            0,
            2 * L,
            d,
            dAt + r * dRow + j,
            c,
            cAt + r * cRow + j);
      }
    }
    if (j < columns) {
      pack(L, depth, b, bAt + j * bColumn, bDepth, bColumn, panel);
      for (int r = 0; r < rows; r += 8) {
        VectorTiles.eightByOne(
            Math.min(8, rows - r),
            depth,
            a,
            aAt + r * aRow,
            aRow,
            aDepth,
            panel,
            0,
            L,
            d,
            dAt + r * dRow + j,
            dRow,
            c,
            cAt + r * cRow + j,
            cRow);
      }
    }
  }

  /** Whole vectors of columns for few rows, read where they are. */
  private static void direct(
      int rows,
      int columns,
      int depth,
      float[] a,
      int aAt,
      int aRow,
      int aDepth,
      float[] b,
      int bAt,
      int bDepth,
      float[] d,
      int dAt,
      int dRow,
      float[] c,
      int cAt,
      int cRow) {
    int quads = rows & ~3;
    for (int j = 0; j + 2 * L <= columns; j += 2 * L) {
      for (int r = 0; r < quads; r += 4) {
        VectorTiles.fourByTwo(
            depth,
            a,
            aAt + r * aRow,
            aRow,
            aDepth,
            b,
            bAt + j,
            bDepth,
            d,
            dAt + r * dRow + j,
            dRow,
            c,
            cAt + r * cRow + j,
            cRow);
      }
    }
    if (quads > 0 && columns % (2 * L) != 0) {
      int j = columns - L;
      for (int r = 0; r < quads; r += 8) {
        VectorTiles.eightByOne(
            Math.min(8, quads - r),
            depth,
            a,
            aAt + r * aRow,
            aRow,
            aDepth,
            b,
            bAt + j,
            bDepth,
            d,
            dAt + r * dRow + j,
            dRow,
            c,
            cAt + r * cRow + j,
            cRow);
      }
    }
    for (int r = quads; r < rows; r++) {
      one(
          columns,
          depth,
          a,
          aAt + r * aRow,
          aDepth,
          b,
          bAt,
          bDepth,
          d,
          dAt + r * dRow,
          c,
          cAt + r * cRow);
    }
  }

  private static void one(
      int columns,
      int depth,
      float[] a,
      int aAt,
      int aDepth,
      float[] b,
      int bAt,
      int bDepth,
      float[] d,
      int dAt,
      float[] c,
      int cAt) {
    int j = 0;
    for (; j + 4 * L <= columns; j += 4 * L) {
      VectorTiles.oneByFour(depth, a, aAt, aDepth, b, bAt + j, bDepth, d, dAt + j, c, cAt + j);
    }
    for (; j + 2 * L <= columns; j += 2 * L) {
      VectorTiles.oneByTwo(depth, a, aAt, aDepth, b, bAt + j, bDepth, d, dAt + j, c, cAt + j);
    }
    for (; j < columns; j += L) {
      VectorTiles.oneByOne(depth, a, aAt, aDepth, b, bAt + j, bDepth, d, dAt + j, c, cAt + j);
    }
  }

  /** The last columns, which do not fill a vector: of many rows as a part of vectors, of few by the column. */
  private static void last(
      int rows,
      int columns,
      int depth,
      float[] a,
      int aAt,
      int aRow,
      int aDepth,
      float[] b,
      int bAt,
      int bDepth,
      int bColumn,
      float[] d,
      int dAt,
      int dRow,
      float[] c,
      int cAt,
      int cRow) {
    if (rows < 4) {
      for (int r = 0; r < rows; r++) {
        ColumnProduct.product(
            columns,
            depth,
            b,
            bAt,
            bColumn,
            bDepth,
            a,
            aAt + r * aRow,
            aDepth,
            d,
            dAt + r * dRow,
            1,
            c,
            cAt + r * cRow,
            1);
      }
      return;
    }
    float[] panel = PANEL.get();
    int sums = depth * L;
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k < depth; k++) {
        panel[k * L + j] = b[bAt + k * bDepth + j * bColumn];
      }
    }
    for (int r = 0; r < rows; r += 8) {
      int some = Math.min(8, rows - r);
      for (int i = 0; i < some; i++) {
        copy(columns, d, dAt + (r + i) * dRow, panel, sums + i * L);
      }
      VectorTiles.eightByOne(
          some,
          depth,
          a,
          aAt + r * aRow,
          aRow,
          aDepth,
          panel,
          0,
          L,
          panel,
          sums,
          L,
          panel,
          sums,
          L);
      for (int i = 0; i < some; i++) {
        copy(columns, panel, sums + i * L, c, cAt + (r + i) * cRow);
      }
    }
  }

  /** So few that a call would cost more. */
  private static void copy(int count, float[] from, int fromAt, float[] to, int toAt) {
    for (int i = 0; i < count; i++) {
      to[toAt + i] = from[fromAt + i];
    }
  }

  /** One or two vectors of each row of B, one after the other: rows a power of two apart would share few cache sets. */
  private static void pack(
      int width, int depth, float[] b, int bAt, int bDepth, int bColumn, float[] panel) {
    if (bColumn == 1) {
      VectorTiles.pack(width, depth, b, bAt, bDepth, panel);
      return;
    }
    for (int j = 0; j < width; j++) {
      int bj = bAt + j * bColumn;
      for (int k = 0; k < depth; k++) {
        panel[k * width + j] = b[bj + k * bDepth];
      }
    }
  }
}
