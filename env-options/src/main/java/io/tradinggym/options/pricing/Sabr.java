package io.tradinggym.options.pricing;

import io.tradinggym.api.util.Require;

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

  /** Nearer to the forward than this, in logarithms, the kernel is interpolated. */
  private static final double NEAR = 2e-3;

  /** Checks the values. */
  public Sabr {
    Require.that(alpha > 0, "alpha must be > 0", alpha);
    Require.that(beta >= 0 && beta <= 1, "beta must be in [0, 1]", beta);
    Require.that(nu >= 0, "nu must be >= 0", nu);
    Require.that(rho > -1 && rho < 1, "rho must be in (-1, 1)", rho);
  }

  /**
   * {@return the lognormal volatility, a year, as a fraction}
   *
   * @param forward price for delivery at expiry, > 0
   * @param strike &gt; 0
   * @param years to expiry, >= 0
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

  /**
   * {@return the lognormal volatility to first order in time around the heat kernel, which leaves far less arbitrage at
   * low strikes:
   *
   * <pre>
   * s0 = ln(F/K) / d
   * s = s0 (1 + rho nu alpha T (K^beta - F^beta) / (4 (K - F))) - T s0 / d^2 ln(s0 sqrt(F K / (D(F) D(K))))
   * </pre>
   *
   * <p>d is the geodesic distance from F to K and D the volatility of F on the way} Equal to {@link #volatility} at the
   * forward.
   *
   * @param forward price for delivery at expiry, > 0
   * @param strike &gt; 0
   * @param years to expiry, >= 0
   * @see <a href="https://ssrn.com/abstract=2557046">Le Floc'h and Kennedy (2014), Explicit SABR calibration</a>
   */
  public double kernelVolatility(double forward, double strike, double years) {
    Checks.requirePositive("forward", forward);
    Checks.requirePositive("strike", strike);
    double log = BlackScholes.logRatio(strike, forward);
    if (Math.abs(log) >= NEAR || nu == 0) {
      return nu == 0 ? volatility(forward, strike, years) : kernel(forward, strike, log, years);
    }
    // At the forward the formula is 0/0: a parabola through both edges and the forward's own value.
    double low = kernel(forward, forward * StrictMath.exp(-NEAR), -NEAR, years);
    double high = kernel(forward, forward * StrictMath.exp(NEAR), NEAR, years);
    double middle = volatility(forward, forward, years);
    double x = log / NEAR;
    return middle + 0.5 * x * (high - low) + 0.5 * x * x * (high + low - 2 * middle);
  }

  private double kernel(double forward, double strike, double log, double years) {
    double skew = 1 - beta;
    double y =
        skew == 0 ? log : StrictMath.pow(forward, skew) * StrictMath.expm1(skew * log) / skew;
    double zeta = nu / alpha * y;
    double root = Math.sqrt(1 + zeta * (zeta + 2 * rho));
    // The form without cancellation on either side.
    double distance =
        zeta > -rho
            ? -StrictMath.log((root + rho + zeta) / (1 + rho)) / nu
            : StrictMath.log((root - rho - zeta) / (1 - rho)) / nu;
    double first = -log / distance;
    double atForward = StrictMath.pow(forward, beta);
    double atStrike = StrictMath.pow(strike, beta);
    double drift = rho * nu * alpha * (atStrike - atForward) / (4 * (strike - forward));
    double spread = alpha * atForward * alpha * root * atStrike;
    double change = StrictMath.log(first * Math.sqrt(forward * strike / spread));
    return first * (1 + years * drift - years * change / (distance * distance));
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
