package io.tradinggym.explain.memory;

import java.util.Arrays;

/**
 * A byte for each number of each vector, so that a search reads a quarter of what the vectors are: for most of them the
 * bytes tell for sure that they are too far away, and only the others are looked at. What is found is exact.
 *
 * <p>A vector x is near s c, with c whole numbers of -127 to 127 and s = max |x_i| / 127, and e is how near: |x - s c|.
 * So for any q
 *
 * <pre>
 *   |q - x| >= |q - s c| - e       |q - s c|^2 = |q|^2 - 2 s q.c + |s c|^2
 * </pre>
 *
 * <p>Rounding is on the safe side: the squares are taken smaller, the distance asked for larger, by more than sums of
 * so many floats can be wrong. Rows lie in blocks of 32, a number of all of them beside each other:
 *
 * <pre>
 *   bytes | number 0 of rows 0 .. 31 | number 1 of rows 0 .. 31 | ... |    a block; 32 of them in a part
 * </pre>
 */
final class Codes {
  /** Rows of a block: a search takes them together. */
  static final int BLOCK = 32;

  private static final int BLOCKS = 32;
  private static final int ROWS = BLOCK * BLOCKS;
  private static final int MOST = 127;

  /** Numbers beyond have no codes, for their squares may have no float; a vector of smaller ones is as good as 0. */
  private static final float HUGE = 1e15f;

  private static final float TINY = 1e-15f;

  private final int dimensions;
  private Part[] parts = new Part[0];

  Codes(int dimensions) {
    this.dimensions = dimensions;
  }

  /**
   * Rows that lie together.
   *
   * @param bytes c, a block after another
   * @param scales s of each row
   * @param squares |s c|^2, or a little less
   * @param errors e, or a little more; infinite where c says nothing
   * @param earliest when the first outcome of each block is known
   */
  @SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
  record Part(byte[] bytes, float[] scales, float[] squares, float[] errors, long[] earliest) {}

  /**
   * A question.
   *
   * @param vector of it
   * @param square |q|^2, or a little less; infinite where nothing can be told
   */
  @SuppressWarnings("ArrayRecordComponent") // Scratch of a search, never compared.
  record Probe(float[] vector, float square) {}

  /** Twice what a sum of so many products can be wrong by, and some for what is done to it. */
  private double slack() {
    return (dimensions + 16) * 0x1p-23;
  }

  Probe probe(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    return new Probe(vector, largest(vector) > HUGE ? Float.POSITIVE_INFINITY : below(square));
  }

  /**
   * Which rows of a block may be as near as is wanted, a bit for each, and bits of no meaning beyond the last row.
   *
   * @param asOf when outcomes must be known
   * @param within the square of the distance, as {@link Distance} says it, that is just near enough
   */
  int near(Distance distance, int block, Probe probe, long asOf, float within) {
    Part part = parts[block / BLOCKS];
    if (part.earliest()[block % BLOCKS] > asOf) {
      return 0;
    }
    double reach = Math.sqrt(within * (1 + slack())) * (1 + 1e-6) + 1e-18;
    return distance.near(
        part,
        block % BLOCKS,
        probe,
        probe.square() == Float.POSITIVE_INFINITY ? Float.POSITIVE_INFINITY : (float) reach);
  }

  /** Rows are added in order, from 0. */
  void add(int row, float[] vector, long outcomeKnown) {
    int at = row % ROWS;
    if (row / ROWS == parts.length) {
      parts = Arrays.copyOf(parts, parts.length + 1);
      parts[row / ROWS] = newPart();
    }
    Part part = parts[row / ROWS];
    int block = at / BLOCK;
    part.earliest()[block] = Math.min(part.earliest()[block], outcomeKnown);
    float largest = largest(vector);
    if (largest > HUGE) {
      part.errors()[at] = Float.POSITIVE_INFINITY;
      return;
    }
    float scale = largest < TINY ? 0 : largest / MOST;
    double square = 0;
    double error = 0;
    for (int i = 0; i < dimensions; i++) {
      int code = scale == 0 ? 0 : Math.round(vector[i] / scale);
      part.bytes()[(block * dimensions + i) * BLOCK + at % BLOCK] = (byte) code;
      double near = (double) scale * code;
      square += near * near;
      error += (vector[i] - near) * (vector[i] - near);
    }
    part.scales()[at] = scale;
    part.squares()[at] = below(square);
    part.errors()[at] = (float) (Math.sqrt(error) * (1 + 1e-6));
  }

  private Part newPart() {
    Part part =
        new Part(
            new byte[Math.multiplyExact(ROWS, dimensions)],
            new float[ROWS],
            new float[ROWS],
            new float[ROWS],
            new long[BLOCKS]);
    Arrays.fill(part.earliest(), Long.MAX_VALUE);
    return part;
  }

  private static float largest(float[] vector) {
    float largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private float below(double square) {
    return (float) (square * (1 - slack()));
  }
}
