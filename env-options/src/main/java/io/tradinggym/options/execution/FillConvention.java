package io.tradinggym.options.execution;

import io.tradinggym.market.Money;

/**
 * How much of the width of a quote is paid: a buyer pays bid + share (ask - bid), a seller receives ask - share (ask
 * - bid), each rounded against him to a tick.
 */
@FunctionalInterface
public interface FillConvention {
  /** The whole width. */
  int WHOLE = 10_000;

  /** Between bid and offer; for accounts that never pay for liquidity, such as tests. */
  FillConvention MID = (legs, volume) -> WHOLE / 2;

  /** Buys at the offer, sells at the bid. */
  FillConvention CROSS = (legs, volume) -> WHOLE;

  /**
   * Three quarters for one leg, 66 % for two, 56 % for three, 53 % from four on: the more legs, the more of each
   * other's risk they take, the better market makers fill them. ORATS' convention; its first two numbers are
   * published.
   */
  FillConvention BY_LEGS =
      (legs, volume) ->
          switch (legs) {
            case 1 -> 7_500;
            case 2 -> 6_600;
            case 3 -> 5_600;
            default -> 5_300;
          };

  /**
   * {@return the share of the width that a leg pays, in basis points from 0 to {@link #WHOLE}}
   *
   * @param legs number of legs of the order, >= 1
   * @param volume lots of the leg's asset traded today; 0 if not known
   */
  int share(int legs, double volume);

  /**
   * {@return the price of a leg, in the unit of the quotes, rounded against whoever trades it; a buyer where nobody
   * bids pays the offer}
   *
   * @param buys true to buy, false to sell
   * @param bid highest bid, >= 0
   * @param ask lowest offer, >= bid
   * @param share of the width that is paid, basis points from 0 to {@link #WHOLE}
   * @param step that prices are multiples of, > 0
   */
  static long price(boolean buys, long bid, long ask, int share, long step) {
    if (buys && bid == 0) {
      return ask;
    }
    if (share == WHOLE) {
      return buys ? ask : bid;
    }
    long paid = Money.shareUp((ask - bid) / step, share, WHOLE) * step;
    return buys ? bid + paid : ask - paid;
  }

  /**
   * {@return a convention that pays the whole width without volume, falling in a line to half of it at so many lots a
   * day}
   *
   * @param liquid volume from which half of the width is paid, lots a day, > 0
   */
  static FillConvention byVolume(double liquid) {
    if (!(liquid > 0)) {
      throw new IllegalArgumentException("liquid must be > 0 lots, was " + liquid);
    }
    return (legs, volume) -> WHOLE - (int) (WHOLE / 2 * Math.min(1, volume / liquid));
  }
}
