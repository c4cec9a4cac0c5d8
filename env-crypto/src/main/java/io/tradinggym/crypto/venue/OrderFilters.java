package io.tradinggym.crypto.venue;

import io.tradinggym.market.exchange.VenueRules;
import java.math.BigDecimal;

/**
 * What orders a venue accepts; quantities in coins, or contracts of inverse perpetuals.
 *
 * @param tick step of prices, quote currency, > 0
 * @param step step of quantities, > 0
 * @param least smallest quantity, >= step
 * @param most largest quantity of a limit order, >= least
 * @param mostMarket largest quantity of a market order, >= least
 * @param notional least worth of an order, quote currency, money units
 * @param band farthest distance of a limit from the mark, millionths of the mark, > 0
 * @param orders most open orders
 */
public record OrderFilters(
    BigDecimal tick,
    BigDecimal step,
    BigDecimal least,
    BigDecimal most,
    BigDecimal mostMarket,
    long notional,
    long band,
    int orders) {
  /** Checks the numbers. */
  public OrderFilters {
    require("tick", tick.signum() > 0, tick);
    require("step", step.signum() > 0, step);
    require("least", least.compareTo(step) >= 0, least);
    require("most", most.compareTo(least) >= 0, most);
    require("mostMarket", mostMarket.compareTo(least) >= 0, mostMarket);
    require("band", band > 0, band);
  }

  private static void require(String name, boolean right, Object value) {
    if (!right) {
      throw new IllegalArgumentException("order filter " + name + " is out of range: " + value);
    }
  }

  /** {@return the lots in one coin, where lots are the venue's steps} */
  public long lotsPerCoin() {
    return BigDecimal.ONE.divide(step).longValueExact();
  }

  /**
   * {@return whether a price lies within the band around the mark}
   *
   * @param ticks price of the order, in ticks
   * @param mark the mark, in ticks
   */
  public boolean withinBand(long ticks, long mark) {
    return Math.abs(ticks - mark) <= mark * (band / 1e6);
  }

  /** {@return what the exchange of bars checks, for an instrument whose ticks and lots are the venue's} */
  public VenueRules venueRules() {
    return new VenueRules(1, 1, notional, orders);
  }
}
