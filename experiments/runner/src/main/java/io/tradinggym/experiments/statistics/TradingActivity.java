package io.tradinggym.experiments.statistics;

/**
 * What an account traded and what that cost, summed over a track record.
 *
 * @param costs everything paid for trading and holding (fees, spread, impact, borrowing), account currency; below zero
 *     for net rebates
 * @param tradedNotional sum of |quantity| x price, account currency, >= 0
 * @param turnover sum of the one-way turnovers of {@link TradingCosts#turnover}, >= 0; 1 is the whole account once
 * @param implementationShortfall sum of {@link TradingCosts#implementationShortfall}, account currency; NaN if unknown
 */
public record TradingActivity(
    double costs, double tradedNotional, double turnover, double implementationShortfall) {
  public TradingActivity {
    if (!Double.isFinite(costs)) {
      throw new IllegalArgumentException("costs must be finite, was " + costs);
    }
    requireNotNegative("tradedNotional", tradedNotional);
    requireNotNegative("turnover", turnover);
    if (Double.isInfinite(implementationShortfall)) {
      throw new IllegalArgumentException(
          "implementationShortfall must be finite, or NaN if unknown, was "
              + implementationShortfall);
    }
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be >= 0 and finite, was " + value);
    }
  }
}
