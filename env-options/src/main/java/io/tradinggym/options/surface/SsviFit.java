package io.tradinggym.options.surface;

import io.tradinggym.market.process.calibrate.NelderMead;
import java.util.function.ToDoubleFunction;

/**
 * One SSVI shape calibrated to quotes of many expiries, each with its own at-the-money variance. Searched only among
 * shapes that are free of arbitrage (gamma &lt;= 1/2, eta (1 + |rho|) &lt;= 2), so the result can always be simulated
 * with.
 *
 * @param shape the fitted parameters
 * @param error root of the weighted mean squared error, in volatility (0.01 is one point)
 */
public record SsviFit(Ssvi shape, double error) {
  private static final double[] TILTS = {-1, -0.3, 0.3};
  private static final double LARGEST_TILT = 0.999;
  private static final int EVALUATIONS = 1200;
  private static final double TOLERANCE = 1e-12;

  /**
   * Fits implied volatilities.
   *
   * @throws IllegalArgumentException if the columns are not of one length >= 3
   * @param k log-moneyness of each quote
   * @param theta at-the-money total variance of each quote's expiry, > 0
   * @param volatility implied, a year, as a fraction, > 0
   * @param years to each quote's expiry, > 0
   * @param weight of each quote, > 0
   * @return the fit and how far it is off
   */
  public static SsviFit of(
      double[] k, double[] theta, double[] volatility, double[] years, double[] weight) {
    int n = k.length;
    if (n < 3
        || theta.length != n
        || volatility.length != n
        || years.length != n
        || weight.length != n) {
      throw new IllegalArgumentException("all columns must have the same length >= 3, k has " + n);
    }
    double[] best = {0, 0, 0};
    double least = Double.POSITIVE_INFINITY;
    for (double tilt : TILTS) {
      ToDoubleFunction<double[]> square =
          x -> meanSquare(shape(x), k, theta, volatility, years, weight);
      double[] point =
          NelderMead.minimise(
              square,
              new double[] {tilt, 0, 1},
              new double[] {0.3, 0.5, 0.5},
              EVALUATIONS,
              TOLERANCE);
      double found = square.applyAsDouble(point);
      if (found < least) {
        least = found;
        best = point;
      }
    }
    return new SsviFit(shape(best), Math.sqrt(least));
  }

  /** From the whole space into the admissible parameters. */
  private static Ssvi shape(double[] x) {
    double rho = LARGEST_TILT * StrictMath.tanh(x[0]);
    double eta = 2 / (1 + Math.abs(rho)) * Math.max(logistic(x[1]), 1e-9);
    return new Ssvi(rho, eta, Math.max(0.5 * logistic(x[2]), 1e-9));
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static double meanSquare(
      Ssvi shape,
      double[] k,
      double[] theta,
      double[] volatility,
      double[] years,
      double[] weight) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < k.length; i++) {
      double gap = Math.sqrt(shape.totalVariance(k[i], theta[i]) / years[i]) - volatility[i];
      sum += weight[i] * gap * gap;
      total += weight[i];
    }
    return sum / total;
  }
}
