package io.tradinggym.crypto.margin;

import io.tradinggym.market.Money;

/**
 * Where a position is lost. Both kinds of contract meet in one equation over the position's worth n, its worth at entry
 * n0 and the money w behind it (all in the settlement currency):
 *
 * <pre>
 * w + t (n - n0) = rate x n - deduction
 *
 * linear:  n = quantity x price,    t = +1 long, -1 short
 * inverse: n = contracts / price,   t = -1 long, +1 short
 * </pre>
 *
 * <p>Equity less margin is monotone and continuous in n, because the tiers are, so there is at most one answer: it is
 * solved in closed form in each tier, and the answer is where the tier holds it. w of an isolated position is its
 * margin; of a cross position it is the wallet, less the maintenance margins of the others, plus their unrealised
 * profit. Where a venue counts the fee of closing into the margin (Gate, OKX), add the fee to the rate.
 *
 * <p>A price of 0 for a long position and an infinite one for a short one mean that no price liquidates it.
 *
 * @see <a href="https://www.binance.com/en/support/faq/b3c689c1f50a44cabb3a84e663b81d93">Binance: how the liquidation
 *     price is calculated</a>
 */
public final class LiquidationPrice {
  private static final double UNITS = Money.UNITS;
  private static final double ONE = MarginSchedule.ONE;

  private LiquidationPrice() {}

  /**
   * {@return the liquidation price of a linear perpetual, quote currency; 0 or infinite if no price liquidates it}
   *
   * @param wallet money behind the position, quote currency
   * @param quantity coins, negative for a short position, not 0
   * @param entry average price, > 0
   * @param schedule maintenance margins by the size of the position, quote currency
   */
  public static double linear(
      double wallet, double quantity, double entry, MarginSchedule schedule) {
    double size = Math.abs(quantity);
    boolean held = quantity > 0;
    return switch (schedule) {
      case MarginTiers tiers -> price(solve(wallet, held, size * entry, tiers) / size, held);
      case SlidingMargin sliding ->
          linear(wallet, quantity, entry, sliding.maintenanceRate(size), 0);
    };
  }

  /**
   * {@return the liquidation price of a linear perpetual whose tier is known, quote currency; 0 or infinite if no price
   * liquidates it}
   *
   * @param wallet money behind the position, quote currency
   * @param quantity coins, negative for a short position, not 0
   * @param entry average price, > 0
   * @param rate of the maintenance margin, a fraction, with the fee of closing where the venue counts it
   * @param deduction of the tier, quote currency, >= 0
   */
  public static double linear(
      double wallet, double quantity, double entry, double rate, double deduction) {
    double size = Math.abs(quantity);
    boolean held = quantity > 0;
    return price(worth(wallet, held ? 1 : -1, size * entry, rate, deduction) / size, held);
  }

  /**
   * {@return the liquidation price of an inverse perpetual, quote currency; 0 or infinite if no price liquidates it}
   *
   * @param wallet money behind the position, coins
   * @param contracts worth of the position in the quote currency, negative for a short position, not 0
   * @param entry average price, > 0
   * @param schedule margins, in coins
   */
  public static double inverse(
      double wallet, double contracts, double entry, MarginTiers schedule) {
    double size = Math.abs(contracts);
    return size / Math.max(0, solve(wallet, contracts < 0, size / entry, schedule));
  }

  /**
   * {@return the liquidation price of an inverse perpetual whose tier is known, quote currency; 0 or infinite if no
   * price liquidates it}
   *
   * @param wallet money behind the position, coins
   * @param contracts worth of the position in the quote currency, negative for a short position, not 0
   * @param entry average price, > 0
   * @param rate of the maintenance margin, a fraction, with the fee of closing where the venue counts it
   * @param deduction of the tier, coins, >= 0
   */
  public static double inverse(
      double wallet, double contracts, double entry, double rate, double deduction) {
    double size = Math.abs(contracts);
    int side = contracts < 0 ? 1 : -1;
    return size / Math.max(0, worth(wallet, side, size / entry, rate, deduction));
  }

  /**
   * {@return the liquidation price where venues take the maintenance margin from the entry instead of the mark (Bybit,
   * linear): the price, quote currency, at which the money is down to {@code margin}}
   *
   * @param wallet money behind the position, quote currency
   * @param quantity coins, negative for a short position, not 0
   * @param entry average price, > 0
   * @param margin maintenance margin, fees of closing included, quote currency
   */
  public static double linearByEntry(double wallet, double quantity, double entry, double margin) {
    return price(entry + (margin - wallet) / quantity, quantity > 0);
  }

  /**
   * {@return the same of an inverse perpetual: the price, quote currency, at which the money is down to {@code margin}}
   *
   * @param wallet money behind the position, coins
   * @param contracts worth of the position in the quote currency, negative for a short position, not 0
   * @param entry average price, > 0
   * @param margin maintenance margin, fees of closing included, coins
   */
  public static double inverseByEntry(
      double wallet, double contracts, double entry, double margin) {
    double worth = contracts / entry + wallet - margin;
    return contracts > 0
        ? price(contracts / worth, true)
        : price(worth < 0 ? contracts / worth : Double.POSITIVE_INFINITY, false);
  }

  private static double solve(double wallet, boolean rising, double worth0, MarginTiers tiers) {
    int side = rising ? 1 : -1;
    double worth = worth0;
    for (int tier = 0; tier < tiers.tiers().size(); tier++) {
      MarginTier row = tiers.tiers().get(tier);
      worth = worth(wallet, side, worth0, row.rate() / ONE, row.deduction() / UNITS);
      if (worth * UNITS <= row.upTo()) {
        break;
      }
    }
    return worth;
  }

  /** The worth at which {@code wallet + side (n - n0) = rate n - deduction}. */
  private static double worth(
      double wallet, int side, double worth0, double rate, double deduction) {
    return (wallet - side * worth0 + deduction) / (rate - side);
  }

  private static double price(double price, boolean held) {
    return held ? Math.max(0, price) : price;
  }
}
