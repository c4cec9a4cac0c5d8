package io.tradinggym.agents.nn;

/** The matrices of a product as {@link Kernels#product} describes them; changed while it goes on. */
final class Operands {
  int rows;
  int columns;
  int depth;
  float[] a = {};
  int aAt;
  int aRow;
  int aDepth;
  float[] b = {};
  int bAt;
  int bDepth;
  int bColumn;
  float[] d = {};
  int dAt;
  int dRow;
  float[] c = {};
  int cAt;
  int cRow;

  void shape(int ofRows, int ofColumns, int ofDepth) {
    rows = ofRows;
    columns = ofColumns;
    depth = ofDepth;
  }

  void a(float[] of, int at, int row, int deep) {
    a = of;
    aAt = at;
    aRow = row;
    aDepth = deep;
  }

  void b(float[] of, int at, int deep, int column) {
    b = of;
    bAt = at;
    bDepth = deep;
    bColumn = column;
  }

  void d(float[] of, int at, int row) {
    d = of;
    dAt = at;
    dRow = row;
  }

  void c(float[] of, int at, int row) {
    c = of;
    cAt = at;
    cRow = row;
  }

  /** Columns whose sums stand one after the other become rows, by the transposed product. */
  void transpose() {
    float[] wasA = a;
    int wasAt = aAt;
    int wasDepth = aDepth;
    a(b, bAt, 0, bDepth);
    b(wasA, wasAt, wasDepth, 1);
    shape(1, rows, depth);
    dRow = 0;
    cRow = 0;
  }

  /** So many terms further: the sums go on from C. */
  void advance(int terms) {
    aAt += terms * aDepth;
    bAt += terms * bDepth;
    d(c, cAt, cRow);
  }
}
