package io.tradinggym.options.surface;

/**
 * The inner problem of {@link SviFit}: least squares in (a, d, c) for given (m, sigma), over the polygon 0 &lt;= c,
 * |d| &lt;= c, c + |d| &lt;= 2 sigma. The error is convex, so its minimum is inside, on an edge or at a corner; all
 * are tried.
 */
final class SviLeastSquares {
  /** Raw SVI wants |rho| below one; on that edge the tilt stops short of it. */
  private static final double LARGEST_TILT = 0.999999;

  private static final double SMALLEST_WIDTH = 1e-4;
  private static final double SLACK = 1e-12;

  private final double[] k;
  private final double[] variance;
  private final double[] weight;
  private final double total;
  // Weighted means of products: r = sqrt(y^2 + 1).
  private double y1;
  private double r1;
  private double yy;
  private double yr;
  private double rr;
  private double w1;
  private double wy;
  private double wr;
  private double ww;
  // Shift and width of the point looked at, and its best coefficients.
  private double m;
  private double sigma;
  private double a;
  private double d;
  private double c;
  private double least;

  SviLeastSquares(double[] k, double[] variance, double[] weight) {
    this.k = k;
    this.variance = variance;
    this.weight = weight;
    double sum = 0;
    for (double each : weight) {
      sum += each;
    }
    this.total = sum;
  }

  /** Weighted mean squared error at the best (a, d, c) for a point (m, ln sigma). */
  double error(double[] point) {
    m = point[0];
    sigma = Math.max(StrictMath.exp(point[1]), SMALLEST_WIDTH);
    moments();
    least = Double.POSITIVE_INFINITY;
    double bound = SviSlice.LEE * sigma;
    // Inside.
    double cy = yy - y1 * y1;
    double cr = rr - r1 * r1;
    double cyr = yr - y1 * r1;
    double by = wy - w1 * y1;
    double br = wr - w1 * r1;
    double determinant = cy * cr - cyr * cyr;
    if (determinant > 0) {
      consider((by * cr - br * cyr) / determinant, (br * cy - by * cyr) / determinant, bound);
    }
    // Edges through (d0, c0) in the direction (dd, dc), then the corners.
    double tilt = LARGEST_TILT;
    double corner = bound / (1 + tilt);
    edge(0, 0, tilt, 1, bound);
    edge(0, 0, -tilt, 1, bound);
    edge(0, bound, 1, -1, bound);
    edge(0, bound, -1, -1, bound);
    consider(0, 0, bound);
    consider(0, bound, bound);
    consider(tilt * corner, corner, bound);
    consider(-tilt * corner, corner, bound);
    return least;
  }

  /** The smile of the last point looked at. */
  SviSlice slice() {
    double rho = c > 0 ? d / c : 0;
    double b = c / sigma;
    // Rounding may have taken the lowest variance below zero.
    double lowest = -b * sigma * Math.sqrt(1 - rho * rho);
    return new SviSlice(Math.max(a, lowest), b, rho, m, sigma);
  }

  /** Root of the weighted mean squared residual of a smile. */
  double residual(SviSlice smile) {
    double sum = 0;
    for (int i = 0; i < k.length; i++) {
      double gap = smile.totalVariance(k[i]) - variance[i];
      sum += weight[i] / total * gap * gap;
    }
    return Math.sqrt(sum);
  }

  private void edge(double d0, double c0, double dd, double dc, double bound) {
    double slope =
        dd * dd * (yy - y1 * y1) + 2 * dd * dc * (yr - y1 * r1) + dc * dc * (rr - r1 * r1);
    double gap =
        dd * (wy - w1 * y1 - d0 * (yy - y1 * y1) - c0 * (yr - y1 * r1))
            + dc * (wr - w1 * r1 - d0 * (yr - y1 * r1) - c0 * (rr - r1 * r1));
    if (slope > 0) {
      consider(d0 + dd * gap / slope, c0 + dc * gap / slope, bound);
    }
  }

  /**
   * Takes (d, c) if it is allowed and better than what was seen; a follows from both, but keeps the variance
   * positive.
   */
  private void consider(double newD, double newC, double bound) {
    double tilt = Math.abs(newD);
    if (!(newC >= 0 && tilt <= LARGEST_TILT * newC + SLACK && newC + tilt <= bound + SLACK)) {
      return;
    }
    double lowest = -Math.sqrt(Math.max(newC * newC - newD * newD, 0));
    double newA = Math.max(w1 - newD * y1 - newC * r1, lowest);
    double error =
        ww
            + newA * newA
            + newD * newD * yy
            + newC * newC * rr
            - 2 * (newA * w1 + newD * wy + newC * wr)
            + 2 * (newA * newD * y1 + newA * newC * r1 + newD * newC * yr);
    // Rounding can take a perfect fit below zero.
    error = Math.max(error, 0);
    if (error < least) {
      least = error;
      a = newA;
      d = newD;
      c = newC;
    }
  }

  private void moments() {
    y1 = r1 = yy = yr = rr = w1 = wy = wr = ww = 0;
    for (int i = 0; i < k.length; i++) {
      double p = weight[i] / total;
      double y = (k[i] - m) / sigma;
      double r = Math.sqrt(y * y + 1);
      double w = variance[i];
      y1 += p * y;
      r1 += p * r;
      yy += p * y * y;
      yr += p * y * r;
      rr += p * r * r;
      w1 += p * w;
      wy += p * w * y;
      wr += p * w * r;
      ww += p * w * w;
    }
  }
}
