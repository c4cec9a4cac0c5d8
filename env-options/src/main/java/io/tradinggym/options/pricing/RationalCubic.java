package io.tradinggym.options.pricing;

/**
 * Rational cubic interpolation between two points with given slopes and one shape parameter r &gt; -1: the larger r,
 * the closer to a straight line; r = 3 is the Hermite cubic.
 *
 * @see <a href="https://doi.org/10.1093/imanum/5.2.123">Delbourgo and Gregory (1985)</a>
 */
final class RationalCubic {
  private static final double SMALLEST = -1 + 1e-8;
  private static final double LARGEST = 1e15;

  private RationalCubic() {}

  /** The value at x between (x0, y0) with slope d0 and (x1, y1) with slope d1. */
  static double at(
      double x, double x0, double x1, double y0, double y1, double d0, double d1, double r) {
    double h = x1 - x0;
    if (!(h > 0)) {
      return 0.5 * (y0 + y1);
    }
    double u = (x - x0) / h;
    double v = 1 - u;
    double top =
        y1 * u * u * u
            + (r * y1 - h * d1) * u * u * v
            + (r * y0 + h * d0) * u * v * v
            + y0 * v * v * v;
    return top / (1 + (r - 3) * u * v);
  }

  /** The shape that gives the second derivative 0 at the left end, kept convex. */
  static double shapeAtLeft(double x0, double x1, double y0, double y1, double d0, double d1) {
    double slope = (y1 - y0) / (x1 - x0);
    return shape((d1 - d0) / (slope - d0), slope, d0, d1);
  }

  /** The shape that gives the second derivative c1 at the right end, kept convex. */
  static double shapeAtRight(
      double x0, double x1, double y0, double y1, double d0, double d1, double c1) {
    double h = x1 - x0;
    double slope = (y1 - y0) / h;
    return shape((0.5 * h * c1 + (d1 - d0)) / (d1 - slope), slope, d0, d1);
  }

  private static double shape(double wanted, double slope, double d0, double d1) {
    double change = d1 - d0;
    double convex = Math.max(Math.abs(change / (d1 - slope)), Math.abs(change / (slope - d0)));
    double r = Math.max(wanted, convex < LARGEST ? convex : SMALLEST);
    return r > SMALLEST ? Math.min(r, LARGEST) : SMALLEST;
  }
}
