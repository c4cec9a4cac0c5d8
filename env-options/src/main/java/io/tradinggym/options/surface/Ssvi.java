package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;
import io.tradinggym.market.Exponential;

/**
 * Surface SVI with a power law: w(k, theta) = theta/2 {1 + rho phi k + sqrt((phi k + rho)^2 + 1 - rho^2)}, theta the
 * at-the-money total variance of the expiry, phi(theta) = eta / (theta^gamma (1 + theta)^(1 - gamma)).
 *
 * <p>With gamma &lt;= 1/2 and eta (1 + |rho|) &lt;= 2 the whole surface is free of static arbitrage for any theta
 * that does not fall with time: {@link #isArbitrageFree}.
 *
 * @param rho tilt, in (-1, 1)
 * @param eta strength of the smile, &gt; 0
 * @param gamma how fast the smile flattens with variance, in (0, 1)
 * @see <a href="https://arxiv.org/abs/1204.0646">Gatheral and Jacquier (2013), section 4</a>
 */
public record Ssvi(double rho, double eta, double gamma) {
  /** Checks the values. */
  public Ssvi {
    Require.that(rho > -1 && rho < 1, "rho must be in (-1, 1)", rho);
    Require.that(eta > 0, "eta must be > 0", eta);
    Require.that(gamma > 0 && gamma < 1, "gamma must be in (0, 1)", gamma);
  }

  /**
   * {@return the steepness phi(theta), > 0}
   *
   * @param theta total variance at the money, &gt; 0
   */
  public double phi(double theta) {
    // StrictMath.pow would allocate.
    double log = gamma * StrictMath.log(theta) + (1 - gamma) * StrictMath.log1p(theta);
    return eta * Exponential.of(-log);
  }

  /**
   * {@return the total variance w(k, theta)}
   *
   * @param k ln(strike / forward)
   * @param theta total variance at the money, &gt; 0
   */
  public double totalVariance(double k, double theta) {
    return totalVariance(k, theta, rho, phi(theta));
  }

  /**
   * {@return the total variance for any phi}
   *
   * @param k ln(strike / forward)
   * @param theta total variance at the money, &gt; 0
   * @param rho tilt, in (-1, 1)
   * @param phi steepness, > 0
   */
  public static double totalVariance(double k, double theta, double rho, double phi) {
    double x = phi * k + rho;
    return 0.5 * theta * (1 + rho * phi * k + Math.sqrt(x * x + 1 - rho * rho));
  }

  /**
   * {@return the smile of one expiry, as raw SVI}
   *
   * @param theta total variance at the money, > 0
   */
  public SviSlice slice(double theta) {
    Require.that(theta > 0, "theta must be > 0", theta);
    double phi = phi(theta);
    double width = Math.sqrt(1 - rho * rho);
    return new SviSlice(
        0.5 * theta * (1 - rho * rho), 0.5 * theta * phi, rho, -rho / phi, width / phi);
  }

  /**
   * {@return whether theta phi (1 + |rho|) &lt; 4 and theta phi^2 (1 + |rho|) &lt;= 4, which suffices for no butterfly
   * arbitrage at theta}
   *
   * @param theta total variance at the money, &gt; 0
   */
  public boolean hasNoButterfly(double theta) {
    double phi = phi(theta);
    double tilt = 1 + Math.abs(rho);
    return theta * phi * tilt < 4 && theta * phi * phi * tilt <= 4;
  }

  /**
   * {@return whether 0 &lt;= d(theta phi)/dtheta &lt;= (1 + sqrt(1 - rho^2)) phi / rho^2, which is necessary and
   * sufficient for no calendar arbitrage around theta when theta does not fall with time}
   *
   * @param theta total variance at the money, &gt; 0
   */
  public boolean hasNoCalendar(double theta) {
    double phi = phi(theta);
    double growth = phi * (1 - gamma - (1 - gamma) * theta / (1 + theta));
    return growth >= 0 && growth * rho * rho <= (1 + Math.sqrt(1 - rho * rho)) * phi;
  }

  /** {@return whether gamma &lt;= 1/2 and eta (1 + |rho|) &lt;= 2, which suffices for the whole surface} */
  public boolean isArbitrageFree() {
    return gamma <= 0.5 && eta * (1 + Math.abs(rho)) <= 2;
  }
}
