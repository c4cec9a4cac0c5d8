package io.tradinggym.options.surface;

import io.tradinggym.api.util.Require;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.Premiums;

/**
 * A volatility index by the method of the VIX: the fair strike of a variance swap, replicated by out-of-the-money
 * options.
 *
 * <p>sigma^2 = 2/T sum_i dK_i / K_i^2 e^(rT) Q(K_i) - (F/K_0 - 1)^2 / T, with K_0 the first strike at or below the
 * forward, Q the out-of-the-money premium (the mean of both at K_0) and dK half the distance between the neighbouring
 * strikes. Two expiries are interpolated in total variance to a constant maturity.
 *
 * @see <a href="https://cdn.cboe.com/resources/indices/Cboe_Volatility_Index_Mathematics_Methodology.pdf">Cboe
 * (2025)</a>
 */
public final class VarianceIndex {
  private VarianceIndex() {}

  /**
   * {@return the variance per year of one expiry}
   *
   * @param premiums of the options, per unit of the underlying
   * @param strikes ascending, at least three, the forward among them
   * @param forward price for delivery at expiry, > 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   */
  public static double variance(
      Premiums premiums, double[] strikes, double forward, double years, double rate) {
    int n = strikes.length;
    if (n < 3) {
      throw new IllegalArgumentException("strikes must be at least 3, were " + n);
    }
    Require.that(
        strikes[0] <= forward && forward <= strikes[n - 1],
        "forward must lie among the strikes",
        forward);
    Require.that(years > 0, "years must be > 0", years);
    int centre = 0;
    while (centre + 1 < n && strikes[centre + 1] <= forward) {
      centre++;
    }
    double growth = StrictMath.exp(rate * years);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double width = 0.5 * (strikes[Math.min(i + 1, n - 1)] - strikes[Math.max(i - 1, 0)]);
      width *= i == 0 || i == n - 1 ? 2 : 1;
      sum +=
          width
              / (strikes[i] * strikes[i])
              * growth
              * outOfTheMoney(premiums, strikes[i], years, i - centre);
    }
    double offset = forward / strikes[centre] - 1;
    return (2 * sum - offset * offset) / years;
  }

  private static double outOfTheMoney(Premiums premiums, double strike, double years, int side) {
    double put = side <= 0 ? premiums.of(OptionType.PUT, strike, years) : 0;
    double call = side >= 0 ? premiums.of(OptionType.CALL, strike, years) : 0;
    return side == 0 ? 0.5 * (put + call) : put + call;
  }

  /**
   * {@return the index: volatility of a constant maturity between two expiries, in percent}
   *
   * @param nearVariance of the nearer expiry, per year
   * @param near years to the nearer expiry
   * @param farVariance of the farther expiry, per year
   * @param far years to the farther expiry, &gt; near
   * @param maturity of the index in years, 30/365 for the VIX
   */
  public static double index(
      double nearVariance, double near, double farVariance, double far, double maturity) {
    Require.that(far > near, "far must be > near", far);
    double share = (far - maturity) / (far - near);
    double total = nearVariance * near * share + farVariance * far * (1 - share);
    return 100 * Math.sqrt(Math.max(total, 0) / maturity);
  }
}
