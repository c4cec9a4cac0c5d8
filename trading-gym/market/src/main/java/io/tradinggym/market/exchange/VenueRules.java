package io.tradinggym.market.exchange;

/**
 * What a venue accepts, and how much of it.
 *
 * @param tickStep limits and stops must be multiples of so many ticks of the instrument, > 0
 * @param lotStep quantities must be multiples of so many lots, > 0
 * @param minimumNotional least worth of an order that does not close a position, money units of the asset's currency
 * @param slots most orders that may work at a time, 0 to 10,000
 */
public record VenueRules(long tickStep, long lotStep, long minimumNotional, int slots) {
  /** Every tick and lot of the instrument, and 64 working orders. */
  public static final VenueRules ANY = new VenueRules(1, 1, 0, 64);

  private static final int MOST_SLOTS = 10_000;

  /** Checks the numbers. */
  public VenueRules {
    if (tickStep <= 0 || lotStep <= 0 || minimumNotional < 0) {
      throw new IllegalArgumentException(
          "tickStep and lotStep must be > 0 and minimumNotional >= 0, were "
              + tickStep
              + ", "
              + lotStep
              + ", "
              + minimumNotional);
    }
    if (slots < 0 || slots > MOST_SLOTS) {
      throw new IllegalArgumentException("slots must be in [0, " + MOST_SLOTS + "], was " + slots);
    }
  }
}
