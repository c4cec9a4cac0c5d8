package io.tradinggym.experiments.statistics;

/** A strategy against its benchmark: two series of period returns over the same periods. Undefined values are NaN. */
public final class Relative {
  private Relative() {}

  /** mean(r - b) / sd(r - b) sqrt(A). */
  public static double informationRatio(
      double[] returns, double[] benchmark, double periodsPerYear) {
    return Returns.sharpe(Sample.minus(returns, benchmark), 0, periodsPerYear);
  }

  /** cov(r, b) / var(b). */
  public static double beta(double[] returns, double[] benchmark) {
    checked(returns, benchmark);
    double spread = Sample.spread(benchmark);
    return covariance(returns, benchmark) / (spread * spread);
  }

  /** Intercept of the regression of r - rf on b - rf, times A (arithmetic, not compounded). */
  public static double alpha(
      double[] returns, double[] benchmark, double riskFree, double periodsPerYear) {
    Sample.requirePositive("periodsPerYear", periodsPerYear);
    double beta = beta(returns, benchmark);
    return (Sample.mean(returns) - riskFree - beta * (Sample.mean(benchmark) - riskFree))
        * periodsPerYear;
  }

  /** Geometric mean return over the periods in which the benchmark rose, over the benchmark's own. */
  public static double upCapture(double[] returns, double[] benchmark) {
    return capture(returns, benchmark, 1);
  }

  /** Geometric mean return over the periods in which the benchmark fell, over the benchmark's own. */
  public static double downCapture(double[] returns, double[] benchmark) {
    return capture(returns, benchmark, -1);
  }

  private static double capture(double[] returns, double[] benchmark, int sign) {
    checked(returns, benchmark);
    double own = 0;
    double reference = 0;
    int count = 0;
    for (int t = 0; t < returns.length; t++) {
      if (benchmark[t] * sign > 0) {
        own += Math.log1p(returns[t]);
        reference += Math.log1p(benchmark[t]);
        count++;
      }
    }
    double capture = Math.expm1(own / count) / Math.expm1(reference / count);
    return Double.isFinite(capture) ? capture : Double.NaN;
  }

  /** Sample covariance, divisor n - 1. */
  static double covariance(double[] x, double[] y) {
    double meanX = Sample.mean(x);
    double meanY = Sample.mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return x.length < 2 ? Double.NaN : sum / (x.length - 1);
  }

  private static void checked(double[] returns, double[] benchmark) {
    Sample.requireFinite("returns", returns);
    Sample.requireFinite("benchmark", benchmark);
    Sample.requireSameLength("returns", returns.length, "benchmark", benchmark.length);
  }
}
