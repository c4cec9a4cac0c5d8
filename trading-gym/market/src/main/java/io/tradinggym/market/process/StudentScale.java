package io.tradinggym.market.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The factor {@code sqrt((nu - 2) / W)} that turns a standard normal into a Student-t of variance 1, with W chi-square
 * of nu degrees of freedom, as a function of the normal score of W: a table of steps of 1/64, linear in between
 * (relative error below 1e-4 where the chance is above 1e-9). Tables are kept: one takes a thousand quantiles, and
 * every lane of every environment asks for the same few.
 */
final class StudentScale {
  private static final double REACH = 8.5;
  private static final int PER_UNIT = 64;

  private static final int KEPT = 1000;
  private static final Map<Double, StudentScale> SCALES = new ConcurrentHashMap<>();

  private final double[] table = new double[(int) (2 * REACH * PER_UNIT) + 2];

  /** The scale of so many degrees of freedom, in (2, 1000]. */
  static StudentScale of(double freedom) {
    StudentScale known = SCALES.get(freedom);
    if (known != null) {
      return known;
    }
    StudentScale made = new StudentScale(freedom);
    if (SCALES.size() < KEPT) {
      SCALES.put(freedom, made);
    }
    return made;
  }

  private StudentScale(double freedom) {
    if (!(freedom > 2) || freedom > 1000) {
      throw new IllegalArgumentException(
          "degrees of freedom must be > 2 and <= 1000, was " + freedom);
    }
    double w = ChiSquare.quantile(freedom, -REACH, freedom / 2);
    for (int i = 0; i < table.length; i++) {
      w = ChiSquare.quantile(freedom, -REACH + (double) i / PER_UNIT, w);
      table[i] = Math.sqrt((freedom - 2) / w);
    }
  }

  /** The factor at a normal score; a small score is a small W and a large factor. */
  double at(double score) {
    double x = (Math.clamp(score, -REACH, REACH) + REACH) * PER_UNIT;
    int i = (int) x;
    return table[i] + (x - i) * (table[i + 1] - table[i]);
  }
}
