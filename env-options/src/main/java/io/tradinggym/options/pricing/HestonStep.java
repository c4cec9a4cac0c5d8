package io.tradinggym.options.pricing;

import io.tradinggym.market.Exponential;

/**
 * One time step of a simulated {@link Heston} path by Andersen's quadratic-exponential scheme with martingale
 * correction.
 *
 * <p>The next variance is a squared normal, or, where variance is near zero, zero with a probability and else
 * exponential; both match its exact mean and variance. The log-return follows from the variance at both ends (weights
 * 1/2), and its drift is corrected so that the expected spot is the forward, exactly.
 *
 * <p>Immutable, allocates nothing per step: the caller hands in the random numbers.
 *
 * @see <a href="https://ssrn.com/abstract=946405">Andersen (2008), Simple and efficient simulation of the Heston
 * model</a>
 */
public final class HestonStep {
  /** Andersen's psi_c: where to change from the squared normal to the exponential; any value in [1, 2] works. */
  private static final double SWITCH = 1.5;

  private final double theta;
  private final double decay;
  private final double varianceSlope;
  private final double varianceLevel;
  private final double drift;
  private final double k1;
  private final double k2;
  private final double k3;

  /**
   * A step of fixed length.
   *
   * @param model parameters; its variance is not used
   * @param years length of the step, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   */
  public HestonStep(Heston model, double years, double rate, double dividendYield) {
    Checks.requirePositive("years", years);
    double kappa = model.kappa();
    double sigma = model.sigma();
    double rho = model.rho();
    theta = model.theta();
    decay = Exponential.of(-kappa * years);
    double gone = -StrictMath.expm1(-kappa * years);
    varianceSlope = sigma * sigma * decay * gone / kappa;
    varianceLevel = theta * sigma * sigma * gone * gone / (2 * kappa);
    drift = (rate - dividendYield) * years;
    double common = 0.5 * years * (kappa * rho / sigma - 0.5);
    k1 = common - rho / sigma;
    k2 = common + rho / sigma;
    k3 = 0.5 * years * (1 - rho * rho);
  }

  /**
   * {@return the variance, per year, at the end of the step}
   *
   * @param variance at its beginning, per year, >= 0
   * @param gaussian standard normal, used away from zero
   * @param uniform in [0, 1), used near zero; may be N(gaussian)
   */
  public double variance(double variance, double gaussian, double uniform) {
    double mean = theta + (variance - theta) * decay;
    double psi = psi(variance, mean);
    if (psi <= SWITCH) {
      double b2 = quadraticShape(psi);
      double root = Math.sqrt(b2) + gaussian;
      return mean / (1 + b2) * root * root;
    }
    double zero = (psi - 1) / (psi + 1);
    return uniform <= zero ? 0 : StrictMath.log((1 - zero) / (1 - uniform)) * mean / (1 - zero);
  }

  /**
   * {@return the log-return of the spot over the step}
   *
   * @param variance at the beginning of the step, per year
   * @param next at its end, from {@link #variance}
   * @param gaussian standard normal, independent of those that made {@code next}
   */
  public double logReturn(double variance, double next, double gaussian) {
    double spread = Math.sqrt(k3 * (variance + next));
    return drift + martingale(variance) + k1 * variance + k2 * next + spread * gaussian;
  }

  /** K0*: what makes the expected growth e^(drift). Without it where that expectation is infinite. */
  private double martingale(double variance) {
    double mean = theta + (variance - theta) * decay;
    double psi = psi(variance, mean);
    double a = k2 + 0.5 * k3;
    double start = (k1 + 0.5 * k3) * variance;
    if (psi <= SWITCH) {
      double b2 = quadraticShape(psi);
      double scale = mean / (1 + b2);
      double room = 1 - 2 * a * scale;
      return room > 0
          ? -a * b2 * scale / room + 0.5 * StrictMath.log(room) - start
          : -a * mean - start;
    }
    double zero = (psi - 1) / (psi + 1);
    double beta = (1 - zero) / mean;
    return a < beta
        ? -StrictMath.log(zero + beta * (1 - zero) / (beta - a)) - start
        : -a * mean - start;
  }

  /** Variance over squared mean of the next variance. */
  private double psi(double variance, double mean) {
    return mean > 0 ? (variance * varianceSlope + varianceLevel) / (mean * mean) : 0;
  }

  private static double quadraticShape(double psi) {
    if (psi == 0) {
      return 1e300;
    }
    double inverse = 2 / psi;
    return inverse - 1 + Math.sqrt(inverse * (inverse - 1));
  }
}
