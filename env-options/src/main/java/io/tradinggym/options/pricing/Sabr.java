package io.tradinggym.options.pricing;

/**
 * SABR smile, dF = a F^beta dW, da = nu a dB, d[W, B] = rho dt, by Hagan's lognormal expansion.
 *
 * <p>An expansion in time: good to a basis point of volatility for nu^2 T well below one, and not free of arbitrage
 * at strikes near zero.
 *
 * @param alpha volatility today, in units of F^(1 - beta) per square root of a year, &gt; 0
 * @param beta elasticity, in [0, 1]
 * @param nu volatility of volatility, &gt;= 0
 * @param rho correlation, in (-1, 1)
 * @see <a href="https://wilmott.com/managing-smile-risk/">Hagan, Kumar, Lesniewski and Woodward (2002), eq. 2.17</a>
 */
public record Sabr(double alpha, double beta, double nu, double rho) {
  /** Below this z, z / x(z) is its series. */
  private static final double SMALL = 1e-5;

  public Sabr {
    Checks.require(alpha > 0, "alpha must be > 0", alpha);
    Checks.require(beta >= 0 && beta <= 1, "beta must be in [0, 1]", beta);
    Checks.require(nu >= 0, "nu must be >= 0", nu);
    Checks.require(rho > -1 && rho < 1, "rho must be in (-1, 1)", rho);
  }

  /**
   * Lognormal volatility, per square root of a year.
   *
   * @param forward &gt; 0
   * @param strike &gt; 0
   * @param years &gt;= 0
   */
  public double volatility(double forward, double strike, double years) {
    Checks.requirePositive("forward", forward);
    Checks.requirePositive("strike", strike);
    double skew = 1 - beta;
    double log = BlackScholes.logRatio(forward, strike);
    double power = StrictMath.pow(forward, 0.5 * skew) * StrictMath.pow(strike, 0.5 * skew);
    double square = skew * skew * log * log;
    double z = nu / alpha * power * log;
    double time =
        1
            + (skew * skew / 24 * alpha * alpha / (power * power)
                    + 0.25 * rho * beta * nu * alpha / power
                    + (2 - 3 * rho * rho) / 24 * nu * nu)
                * years;
    return alpha / (power * (1 + square / 24 + square * square / 1920)) * zOverX(z) * time;
  }

  private double zOverX(double z) {
    if (Math.abs(z) < SMALL) {
      return 1 - 0.5 * rho * z + (2 - 3 * rho * rho) / 12 * z * z;
    }
    double root = Math.sqrt(1 + z * (z - 2 * rho));
    // The form without cancellation on the negative side.
    double x =
        z > rho
            ? StrictMath.log((root + z - rho) / (1 - rho))
            : -StrictMath.log((root - z + rho) / (1 + rho));
    return z / x;
  }
}
