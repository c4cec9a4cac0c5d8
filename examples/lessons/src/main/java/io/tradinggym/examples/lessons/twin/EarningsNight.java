package io.tradinggym.examples.lessons.twin;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.surface.EarningsJump;

/**
 * Lesson 17: a call and a spread on a share at 100, bought the evening before earnings and sold the morning after. The
 * implied volatility holds the jump that is expected, and loses it overnight.
 */
public final class EarningsNight {
  private static final double SPOT = 100;
  private static final double DAY = 1 / 365.0;

  private final double base;
  private final double expiry;
  private final EarningsJump expected;

  /**
   * A night.
   *
   * @param base volatility a year without the jump
   * @param jump deviation of the jump that options are priced with
   * @param days to expiry, &gt; 1
   */
  public EarningsNight(double base, double jump, int days) {
    this.base = base;
    expiry = days * DAY;
    expected = new EarningsJump(DAY / 2, jump);
  }

  /** Implied volatility before the night. */
  public double before() {
    return expected.volatility(base, expiry);
  }

  /** Implied volatility after it. */
  public double after() {
    return base;
  }

  /** What a call costs the evening before. */
  public double call(double strike) {
    return BlackScholes.price(OptionType.CALL, SPOT, strike, expiry, 0, 0, before());
  }

  /** Profit overnight of a call, for one share. */
  public double callProfit(double strike, double spot) {
    return BlackScholes.price(OptionType.CALL, spot, strike, expiry - DAY, 0, 0, after())
        - call(strike);
  }

  /** Profit overnight of a spread: one call bought, a higher one sold. */
  public double spreadProfit(double low, double high, double spot) {
    return callProfit(low, spot) - callProfit(high, spot);
  }

  /**
   * The share's price the next morning.
   *
   * @param jump deviation of the jump that comes
   */
  public static double morning(double jump, RandomStream random) {
    return SPOT * Math.exp(jump * random.gaussian() - jump * jump / 2);
  }
}
