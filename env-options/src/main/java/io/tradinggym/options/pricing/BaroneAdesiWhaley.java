package io.tradinggym.options.pricing;

/**
 * American options by the quadratic approximation of Barone-Adesi and Whaley (1987), and with it an estimate of the
 * spot at which exercise becomes optimal.
 *
 * <p>C = c + A2 (S/S*)^q2 below the critical spot S*, S - K above, with q2 = (-(N-1) + sqrt((N-1)^2 + 4 M / k)) / 2,
 * N = 2b/s^2, M = 2r/s^2, k = 1 - e^(-rT). Fast; too high by up to 1 % beyond a year: do not take it for the truth
 * there. What the approximation says is held to the lower bounds of no arbitrage, the European price and the
 * intrinsic value; the upper ones, the spot of a call and the strike of a put (grown by a negative yield or rate), it
 * keeps by itself.
 *
 * <p>Where rate and yield are both negative exercise can be optimal between two spots, which no single boundary
 * describes; there the price is the larger of the two lower bounds.
 *
 * @see <a href="https://doi.org/10.1111/j.1540-6261.1987.tb02569.x">Barone-Adesi and Whaley (1987)</a>
 */
public final class BaroneAdesiWhaley {
  private static final int MAX_ITERATIONS = 200;
  private static final double PRECISION = 1e-13;

  /** A boundary beyond this multiple of the strike is never reached. */
  private static final double FARTHEST = 1e12;

  private BaroneAdesiWhaley() {}

  /**
   * {@return the price of the American option, in the unit of spot and strike} Arguments as in {@link
   * BlackScholes#price}, all but rates positive.
   *
   * @param type call or put
   * @param spot price of the underlying, &gt; 0
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, &gt; 0
   */
  public static double price(
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    double european =
        BlackScholes.price(type, spot, strike, years, rate, dividendYield, volatility);
    double least = Math.max(european, type.payoff(spot, strike));
    double critical = boundary(type, strike, years, rate, dividendYield, volatility);
    int c = type.sign();
    if (critical == Double.POSITIVE_INFINITY || critical == 0 || c * (spot - critical) >= 0) {
      return least;
    }
    double exponent = exponent(c, years, rate, dividendYield, volatility);
    double delta =
        BlackScholes.delta(type, critical, strike, years, rate, dividendYield, volatility);
    double early = critical / exponent * (c - delta) * StrictMath.pow(spot / critical, exponent);
    return Math.max(european + early, least);
  }

  /**
   * {@return the spot at and beyond which exercising now is optimal: above it for a call, below it for a put} Infinite
   * for a call that should never be exercised early (a rate that is not negative and no yield), 0 for such a put (a
   * yield that is not negative and no interest), and where no single boundary is (both negative).
   *
   * @param type call or put
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, > 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, &gt; 0
   */
  public static double boundary(
      OptionType type,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    Checks.requirePositive("strike", strike);
    Checks.requirePositive("years", years);
    Checks.requirePositive("volatility", volatility);
    int c = type.sign();
    boolean call = type == OptionType.CALL;
    double never = call ? Double.POSITIVE_INFINITY : 0;
    double gained = call ? dividendYield : rate;
    double paid = call ? rate : dividendYield;
    if (gained < 0 || (gained == 0 && paid >= 0)) {
      return never;
    }
    double exponent = exponent(c, years, rate, dividendYield, volatility);
    // f(S) = c (S - K) - V(S) - c (1 - c delta) S / q rises through 0 at the boundary, moving away
    // from the strike.
    double near = strike;
    double far = never;
    double spot = strike * (call ? 1.2 : 0.8);
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      Greeks g = BlackScholes.greeks(type, spot, strike, years, rate, dividendYield, volatility);
      double early = c - g.delta();
      double excess = c * (spot - strike) - g.price() - early * spot / exponent;
      if (excess < 0) {
        near = spot;
      } else {
        far = spot;
      }
      double slope = early * (1 - 1 / exponent) + g.gamma() * spot / exponent;
      double next = spot - excess / slope;
      // Newton inside the bracket, else its middle, else farther out.
      if (!(c * (next - near) > 0 && c * (far - next) > 0)) {
        next = far == never ? spot * (call ? 1.5 : 1 / 1.5) : 0.5 * (near + far);
      }
      if (Math.abs(next - spot) <= PRECISION * strike) {
        return next;
      }
      if (next > FARTHEST * strike || next < strike / FARTHEST) {
        return never;
      }
      spot = next;
    }
    return spot;
  }

  /** q2 &gt; 1 for a call, q1 &lt; 0 for a put. */
  private static double exponent(
      int c, double years, double rate, double dividendYield, double volatility) {
    double variance = volatility * volatility;
    double n = 2 * (rate - dividendYield) / variance;
    // M / k with its limit as the rate vanishes.
    double ratio =
        rate == 0 ? 2 / (variance * years) : 2 * rate / variance / -StrictMath.expm1(-rate * years);
    return 0.5 * (-(n - 1) + c * Math.sqrt((n - 1) * (n - 1) + 4 * ratio));
  }
}
