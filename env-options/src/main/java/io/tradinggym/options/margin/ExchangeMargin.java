package io.tradinggym.options.margin;

import io.tradinggym.options.pricing.OptionType;
import io.tradinggym.options.strategy.OptionLeg;
import io.tradinggym.options.strategy.Strategy;

/**
 * Strategy-based margin of US exchanges (FINRA 4210(f), Cboe 10.3), at current marks, not at entry cost.
 *
 * <ul>
 *   <li>Short option without cover: mark + max(p S - out-of-the-money amount, m S for a call, m K for a put).
 *   <li>Short calls and short puts together: the greater side plus the mark of the other.
 *   <li>Spreads, condors, butterflies, boxes: the largest loss of intrinsic value at any spot; an iron condor thus
 * pays for its wider side only. A long leg covers a short one if it expires no earlier. <li>Long options: paid in
 * full, 75 % beyond nine months. <li>With shares (50 % initial, 25 % maintenance): covered call, protective put and
 * collar have their own rules.
 * </ul>
 *
 * <p>A leg's premium is taken as its mark.
 *
 * @param percentage p: 0.20 equities, 0.15 broad-based indices, times the leverage of a leveraged fund
 * @param minimum m: 0.10
 */
public record ExchangeMargin(double percentage, double minimum) {
  /** Equities and ETFs. */
  public static final ExchangeMargin EQUITY = new ExchangeMargin(0.20, 0.10);

  /** Broad-based indices. */
  public static final ExchangeMargin BROAD_INDEX = new ExchangeMargin(0.15, 0.10);

  private static final double STOCK_INITIAL = 0.50;
  private static final double SHORT_STOCK_INITIAL = 1.50;
  private static final double LONG_DATED = 0.75;
  private static final double LONG_DATED_SHARE = 0.75;

  /**
   * {@return the rules for a fund that moves {@code leverage} times its index: both parts as many times as large}
   *
   * @param leverage size of its move over the index's, > 0: 3 for a fund of three times or minus three times
   */
  public ExchangeMargin leveraged(double leverage) {
    return new ExchangeMargin(percentage * leverage, minimum * leverage);
  }

  /**
   * {@return the requirement per share of a short option without cover, at its mark, in the price's currency}
   *
   * @param type call or put
   * @param spot price of the underlying, &gt; 0
   * @param strike per share, &gt; 0
   * @param mark of the option, per share
   */
  public double naked(OptionType type, double spot, double strike, double mark) {
    return mark + nakedWithoutMark(type, spot, strike);
  }

  private double nakedWithoutMark(OptionType type, double spot, double strike) {
    double outOfTheMoney = Math.max(type.sign() * (strike - spot), 0);
    double least = minimum * (type == OptionType.CALL ? spot : strike);
    return Math.max(percentage * spot - outOfTheMoney, least);
  }

  /**
   * {@return the requirement of a short put whose strike lies in cash, currency: (K - mark) multiplier, for all its
   * contracts}
   *
   * @param put a short put; its premium is taken for the mark
   * @param multiplier shares a contract, > 0
   */
  public static double cashSecuredPut(OptionLeg put, double multiplier) {
    return -put.contracts() * (put.strike() - put.premium()) * multiplier;
  }

  /**
   * {@return the requirement of a strategy at a spot, currency}
   *
   * @param strategy legs and shares; each premium is taken for the mark
   * @param spot price of the underlying, &gt; 0
   */
  public MarginRequirement requirement(Strategy strategy, double spot) {
    MarginBook book = new MarginBook(this, strategy.legs().size());
    double shares = strategy.shares();
    double multiplier = strategy.multiplier();
    book.clear(spot, shares);
    double paid = 0;
    double proceeds = 0;
    for (OptionLeg leg : strategy.legs()) {
      double units = leg.contracts() * multiplier;
      book.add(leg.type(), leg.strike(), leg.years(), units, leg.premium());
      if (leg.isShort()) {
        proceeds -= units * leg.premium();
      } else {
        paid += countedAs(leg.years()) * units * leg.premium();
      }
    }
    book.work();
    double stock = Math.max(STOCK_INITIAL * shares, -SHORT_STOCK_INITIAL * shares) * spot;
    return new MarginRequirement(
        stock + book.margin() + paid, book.shareMaintenance() + book.margin(), proceeds);
  }

  /** Share of a long option's value that must be paid. */
  static double countedAs(double years) {
    return years > LONG_DATED ? LONG_DATED_SHARE : 1;
  }
}
