package io.tradinggym.crypto.env;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.BarsOf;

/**
 * The bars of one venue, as those of the only asset there.
 *
 * @param whole bars of all venues
 * @param venue which of them
 */
record VenueBars(Bars whole, int venue) implements BarsOf {
  @Override
  public int assets() {
    return 1;
  }

  @Override
  public int source(int asset) {
    return venue;
  }

  @Override
  public Bars asks() {
    return whole.asks() == whole ? this : new VenueBars(whole.asks(), venue);
  }

  @Override
  public Bars bids() {
    return whole.bids() == whole ? this : new VenueBars(whole.bids(), venue);
  }
}
