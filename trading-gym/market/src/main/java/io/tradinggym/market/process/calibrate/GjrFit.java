package io.tradinggym.market.process.calibrate;

import io.tradinggym.market.process.Gjr;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * GJR-GARCH(1,1) with standardised Student-t shocks, by maximum likelihood with the long-run variance set to the
 * sample's (variance targeting) and the mean to the sample's.
 *
 * @param law the variance law
 * @param freedom degrees of freedom of the shocks
 * @param residuals shocks that explain the sample, unit variance
 */
record GjrFit(Gjr law, double freedom, double[] residuals) {
  private static final int EVALUATIONS = 3000;

  /** Largest {@link #fourthMoment}: below 1 returns have a finite kurtosis, and variances of paths agree. */
  private static final double LARGEST_FOURTH = 0.985;

  /** Slower memory than a half-life of about two months is what the regimes are for. */
  private static final double LARGEST_PERSISTENCE = 0.99;

  /** Fits a sample of log returns. */
  static GjrFit of(double[] returns) {
    double mean = Arrays.stream(returns).average().orElseThrow();
    double variance =
        Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).average().orElseThrow();
    double deviation = Math.sqrt(variance);
    double[] best =
        NelderMead.minimise(
            p -> -likelihood(p, returns, mean, deviation),
            new double[] {0.03, 0.06, 0.91, 5},
            new double[] {0.02, 0.04, -0.04, 1},
            EVALUATIONS);
    Gjr law = Gjr.withDeviation(mean, deviation, best[0], best[1], best[2]);
    return new GjrFit(law, best[3], residuals(law, returns));
  }

  private static double likelihood(double[] p, double[] returns, double mean, double deviation) {
    double alpha = p[0];
    double gamma = p[1];
    double beta = p[2];
    double nu = p[3];
    if (alpha < 0
        || alpha + gamma < 0
        || beta < 0
        || alpha + gamma / 2 + beta > LARGEST_PERSISTENCE
        || nu <= 4
        || nu > 200
        || fourthMoment(alpha, gamma, beta, nu) > LARGEST_FOURTH) {
      return Double.NEGATIVE_INFINITY;
    }
    Gjr law = Gjr.withDeviation(mean, deviation, alpha, gamma, beta);
    double peak = TDistribution.of(nu).logDensity(0) - 0.5 * StrictMath.log((nu - 2) / nu);
    double h = law.longRunVariance();
    double sum = 0;
    for (double r : returns) {
      double e = r - mean;
      sum +=
          peak - 0.5 * StrictMath.log(h) - (nu + 1) / 2 * StrictMath.log1p(e * e / ((nu - 2) * h));
      h = law.next(h, e);
    }
    return sum;
  }

  /**
   * What is left of a squared variance after one bar, in the mean: {@code E[(beta + (alpha + gamma 1[z < 0]) z^2)^2]}.
   */
  private static double fourthMoment(double alpha, double gamma, double beta, double nu) {
    double kurtosis = 3 * (nu - 2) / (nu - 4);
    return beta * beta
        + 2 * beta * (alpha + gamma / 2)
        + kurtosis * (alpha * alpha + alpha * gamma + gamma * gamma / 2);
  }

  private static double[] residuals(Gjr law, double[] returns) {
    double[] z = new double[returns.length];
    double h = law.longRunVariance();
    for (int t = 0; t < z.length; t++) {
      double e = returns[t] - law.mean();
      z[t] = e / Math.sqrt(h);
      h = law.next(h, e);
    }
    return z;
  }
}
