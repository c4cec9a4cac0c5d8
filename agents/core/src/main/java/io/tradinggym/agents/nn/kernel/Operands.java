package io.tradinggym.agents.nn.kernel;

/**
 * The matrices of one product, {@code C[r,j] = D[r,j] + sum over k of A[r,k] B[k,j]}, as slices of arrays:
 *
 * <pre>
 *   A[r,k] = a[aAt + r * aRow + k * aDepth]      two strides, so that a transpose needs no copy
 *   B[k,j] = b[bAt + k * bDepth + j * bColumn]
 *   D[r,j] = d[dAt + r * dRow + j]               dRow 0 repeats one row, as a bias; D may be C: accumulation
 *   C[r,j] = c[cAt + r * cRow + j]
 * </pre>
 *
 * <p>Made once and told anew before each {@link Kernels#product}, which leaves it as it is; for one thread.
 */
public final class Operands {
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

  /** Of a product that is still to be told. */
  public Operands() {}

  /**
   * {@return this, with other sizes}
   *
   * @param ofRows rows of C, &gt;= 0
   * @param ofColumns columns of C, &gt;= 0
   * @param ofDepth terms of each sum, &gt;= 0
   */
  public Operands shape(int ofRows, int ofColumns, int ofDepth) {
    rows = ofRows;
    columns = ofColumns;
    depth = ofDepth;
    return this;
  }

  /**
   * {@return this, with another left factor}
   *
   * @param of array that holds A
   * @param at index of A's first float
   * @param row distance of its rows, floats; 0 repeats one row
   * @param deep distance of the terms of a row, floats: 1, or the length of a row of the matrix whose transpose this is
   */
  public Operands a(float[] of, int at, int row, int deep) {
    a = of;
    aAt = at;
    aRow = row;
    aDepth = deep;
    return this;
  }

  /**
   * {@return this, with another right factor as it stands, row after row, {@code deep} floats from one to the
   * next}
   *
   * @param of array that holds B
   * @param at index of B's first float
   * @param deep distance of its rows, floats
   */
  public Operands b(float[] of, int at, int deep) {
    return b(of, at, deep, 1);
  }

  /**
   * {@return this, with another right factor}
   *
   * @param of array that holds B
   * @param at index of B's first float
   * @param deep distance of its rows, floats
   * @param column distance of its columns, floats: 1, or the length of a row of the matrix whose transpose this is
   */
  public Operands b(float[] of, int at, int deep, int column) {
    b = of;
    bAt = at;
    bDepth = deep;
    bColumn = column;
    return this;
  }

  /**
   * {@return this, with other values that the sums start from, {@code row} floats from one row to the next; 0
   * repeats one row}
   *
   * @param of array that holds D
   * @param at index of D's first float
   * @param row distance of its rows, floats; 0 repeats one row
   */
  public Operands d(float[] of, int at, int row) {
    d = of;
    dAt = at;
    dRow = row;
    return this;
  }

  /**
   * {@return this, with another place where the sums are written, {@code row} floats from one row to the next}
   *
   * @param of array that receives C
   * @param at index of C's first float
   * @param row distance of its rows, floats
   */
  public Operands c(float[] of, int at, int row) {
    c = of;
    cAt = at;
    cRow = row;
    return this;
  }

  /** Takes over those of another product. */
  void of(Operands other) {
    shape(other.rows, other.columns, other.depth);
    a(other.a, other.aAt, other.aRow, other.aDepth);
    b(other.b, other.bAt, other.bDepth, other.bColumn);
    d(other.d, other.dAt, other.dRow);
    c(other.c, other.cAt, other.cRow);
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
