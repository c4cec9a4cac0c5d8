package io.tradinggym.options.chain;

import io.tradinggym.api.util.Require;
import io.tradinggym.options.surface.SurfaceLaw;

/**
 * The recipe of a simulated option chain: surface, listing, ticks, quotes. Immutable; {@link SimulatedChain} is its
 * state in one lane.
 *
 * @param surface how implied volatility moves with spot and variance, and rates
 * @param expiries which expiries are listed when
 * @param strikeRule how far apart strikes are listed, and how far from the spot
 * @param ticks smallest steps of premiums
 * @param width how wide market makers quote
 * @param liquidity law of open interest and volume
 * @param shownExpiries at most so many expiries on the screen, the nearest, &gt;= 1
 * @param shownStrikes at most so many strikes of each on the screen, those around the spot, &gt;= 1
 * @param american whether no option is worth less than exercise pays now
 */
public record ChainLaw(
    SurfaceLaw surface,
    ExpiryCalendar expiries,
    StrikeRule strikeRule,
    TickRule ticks,
    QuoteWidth width,
    Liquidity liquidity,
    int shownExpiries,
    int shownStrikes,
    boolean american) {
  /** Checks the values. */
  public ChainLaw {
    Require.that(shownExpiries >= 1, "shownExpiries must be >= 1", shownExpiries);
    Require.that(shownStrikes >= 1, "shownStrikes must be >= 1", shownStrikes);
  }

  /** {@return the most contracts that the screen can hold: a call and a put for each strike} */
  public int capacity() {
    return 2 * shownExpiries * shownStrikes;
  }
}
