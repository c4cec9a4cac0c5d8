package io.tradinggym.agents.nn.kernel;

/**
 * The matrix product of {@link Kernels#product} by the tiles of {@link VectorTiles}: 4 rows by 2 vectors (8 independent
 * sums, which hides the latency of fused multiply-add; larger tiles are more than the compiler keeps in registers), 1
 * row by 4 vectors for a single observation, 8 rows by 1 vector for the last columns. A tile only chooses which outputs
 * are computed together; each output's sum is the same in all of them.
 */
final class VectorProduct {
  private static final int L = VectorTiles.L;
  private static final int BLOCK = 128;

  /** From so many rows on, copying a panel of B costs less than it saves. */
  private static final int PACKING_ROWS = 16;

  private static final ThreadLocal<VectorProduct> OF_THREAD =
      ThreadLocal.withInitial(VectorProduct::new);

  private final Operands o = new Operands();

  /** The last columns with their sums in the panel. */
  private final Operands tail = new Operands();

  /** The last columns of one row, as the column that their transpose is. */
  private final Operands row = new Operands();

  /** A panel of B, or one of half the width and the sums of eight rows. */
  private final float[] panel = new float[2 * BLOCK * L];

  /** Rows of a transposed A, four by four: grows with the widest layer. */
  private float[] rows = {};

  private VectorProduct() {
    tail.d(panel, 0, L);
    tail.c(panel, 0, L);
  }

  static void product(Operands of) {
    VectorProduct product = OF_THREAD.get();
    product.o.of(of);
    product.compute();
  }

  private void compute() {
    if (o.columns == 1 && o.aRow == 1 && o.dRow == 1 && o.cRow == 1) {
      o.transpose(); // as rows they fill the vectors
    }
    if (o.columns == 1) {
      ColumnProduct.product(o);
      return;
    }
    // Blocks of the sums, so that the part of B that a tile reads stays in the first-level cache.
    int depth = o.depth;
    o.depth = Math.min(depth, BLOCK);
    block();
    for (int k = BLOCK; k < depth; k += BLOCK) {
      o.advance(BLOCK);
      o.depth = Math.min(depth - k, BLOCK);
      block();
    }
  }

  private void block() {
    int whole = o.columns - o.columns % L;
    if (o.bColumn != 1 || o.rows >= PACKING_ROWS) {
      packed(whole);
    } else {
      direct(whole);
    }
    if (whole < o.columns) {
      last(whole);
    }
  }

  /** Whole vectors of columns, each one or two copied to where it stays in the cache while all rows meet it. */
  private void packed(int columns) {
    int quads = columns >= 2 * L ? quads() : 0;
    // Where the sums do not start from C itself, the last tile may compute rows again that the one
    // before it did.
    int tiles = o.d != o.c && o.rows >= 4 ? o.rows : o.rows & ~3;
    int j = 0;
    for (; j + 2 * L <= columns; j += 2 * L) {
      pack(j, 2 * L);
      for (int r = 0; r < quads; r += 4) {
        if (o.aDepth == 1) {
          VectorTiles.fourByTwo(o, r, j, panel);
        } else {
          VectorTiles.fourByTwo(o, r, j, rows, r * o.depth, panel);
        }
      }
      for (int r = quads; r < tiles; r += 4) {
        VectorTiles.fourByTwo(o, Math.min(r, o.rows - 4), j, panel, 0, 2 * L);
      }
      for (int r = Math.max(quads, tiles); r < o.rows; r++) {
        VectorTiles.oneByTwo(o, r, j, panel, 0, 2 * L);
      }
    }
    if (j < columns) {
      pack(j, L);
      for (int r = 0; r < o.rows; r += 8) {
        VectorTiles.eightByOne(o, r, Math.min(8, o.rows - r), j, panel, 0, L);
      }
    }
  }

  /** Rows that go in tiles with strides that the compiler knows; those of a transposed A are copied first. */
  private int quads() {
    if (o.aDepth != 1 && o.aRow != 1) {
      return 0;
    }
    int quads = o.rows & ~3;
    if (o.aDepth != 1) {
      if (rows.length < quads * BLOCK) {
        rows = new float[quads * BLOCK];
      }
      for (int r = 0; r < quads; r += 4) {
        VectorTiles.packRows(o.depth, o.a, o.aAt + r, o.aDepth, rows, r * o.depth);
      }
    }
    return quads;
  }

  /** One or two vectors of each row of B, one after the other: rows a power of two apart would share few cache sets. */
  private void pack(int j, int width) {
    int at = o.bAt + j * o.bColumn;
    if (o.bColumn == 1) {
      VectorTiles.pack(width, o.depth, o.b, at, o.bDepth, panel);
    } else {
      gather(width, at, width);
    }
  }

  /** So many columns of B from a place on, in rows of the panel; four at a time share the lines that are written. */
  private void gather(int columns, int at, int row) {
    float[] b = o.b;
    int deep = o.bDepth;
    int column = o.bColumn;
    int j = 0;
    for (; j + 4 <= columns; j += 4) {
      int b0 = at + j * column;
      int b1 = b0 + column;
      int b2 = b1 + column;
      int b3 = b2 + column;
      for (int k = 0; k < o.depth; k++) {
        int to = k * row + j;
        int ofK = k * deep;
        panel[to] = b[b0 + ofK];
        panel[to + 1] = b[b1 + ofK];
        panel[to + 2] = b[b2 + ofK];
        panel[to + 3] = b[b3 + ofK];
      }
    }
    for (; j < columns; j++) {
      int from = at + j * column;
      for (int k = 0; k < o.depth; k++) {
        panel[k * row + j] = b[from + k * deep];
      }
    }
  }

  /** Whole vectors of columns for few rows, read where they are. */
  private void direct(int columns) {
    int quads = o.rows & ~3;
    for (int j = 0; j + 2 * L <= columns; j += 2 * L) {
      for (int r = 0; r < quads; r += 4) {
        VectorTiles.fourByTwo(o, r, j, o.b, o.bAt + j, o.bDepth);
      }
    }
    if (quads > 0 && columns % (2 * L) != 0) {
      int j = columns - L;
      for (int r = 0; r < quads; r += 8) {
        VectorTiles.eightByOne(o, r, Math.min(8, quads - r), j, o.b, o.bAt + j, o.bDepth);
      }
    }
    for (int r = quads; r < o.rows; r++) {
      one(r, columns);
    }
  }

  private void one(int r, int columns) {
    int j = 0;
    for (; j + 4 * L <= columns; j += 4 * L) {
      VectorTiles.oneByFour(o, r, j, o.b, o.bAt + j, o.bDepth);
    }
    for (; j + 2 * L <= columns; j += 2 * L) {
      VectorTiles.oneByTwo(o, r, j, o.b, o.bAt + j, o.bDepth);
    }
    for (; j < columns; j += L) {
      VectorTiles.oneByOne(o, r, j, o.b, o.bAt + j, o.bDepth);
    }
  }

  /** The last columns, which do not fill a vector: of many rows as a part of vectors, of few by the column. */
  private void last(int from) {
    int columns = o.columns - from;
    int bAt = o.bAt + from * o.bColumn;
    if (o.rows < 4) {
      for (int r = 0; r < o.rows; r++) {
        row.shape(columns, 1, o.depth);
        row.a(o.b, bAt, o.bColumn, o.bDepth);
        row.b(o.a, o.aAt + r * o.aRow, o.aDepth);
        row.d(o.d, o.dAt + r * o.dRow + from, 1);
        row.c(o.c, o.cAt + r * o.cRow + from, 1);
        ColumnProduct.product(row);
      }
      return;
    }
    gather(columns, bAt, L);
    int sums = o.depth * L;
    tail.shape(8, L, o.depth);
    tail.dAt = sums;
    tail.cAt = sums;
    for (int r = 0; r < o.rows; r += 8) {
      int some = Math.min(8, o.rows - r);
      for (int i = 0; i < some; i++) {
        copy(columns, o.d, o.dAt + (r + i) * o.dRow + from, panel, sums + i * L);
      }
      tail.a(o.a, o.aAt + r * o.aRow, o.aRow, o.aDepth);
      VectorTiles.eightByOne(tail, 0, some, 0, panel, 0, L);
      for (int i = 0; i < some; i++) {
        copy(columns, panel, sums + i * L, o.c, o.cAt + (r + i) * o.cRow + from);
      }
    }
  }

  /** So few that a call would cost more. */
  private static void copy(int count, float[] from, int fromAt, float[] to, int toAt) {
    for (int i = 0; i < count; i++) {
      to[toAt + i] = from[fromAt + i];
    }
  }
}
