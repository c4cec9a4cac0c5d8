package io.tradinggym.crypto.env;

import io.tradinggym.market.data.Bars;

/**
 * The bars of one venue, as those of the only asset there.
 *
 * @param all bars of all venues
 * @param venue which of them
 */
record VenueBars(Bars all, int venue) implements Bars {
  @Override
  public int assets() {
    return 1;
  }

  @Override
  public int length() {
    return all.length();
  }

  @Override
  public long closeTime(int bar) {
    return all.closeTime(bar);
  }

  @Override
  public long open(int asset, int bar) {
    return all.open(venue, bar);
  }

  @Override
  public long high(int asset, int bar) {
    return all.high(venue, bar);
  }

  @Override
  public long low(int asset, int bar) {
    return all.low(venue, bar);
  }

  @Override
  public long close(int asset, int bar) {
    return all.close(venue, bar);
  }

  @Override
  public long volume(int asset, int bar) {
    return all.volume(venue, bar);
  }

  @Override
  public boolean traded(int asset, int bar) {
    return all.traded(venue, bar);
  }

  @Override
  public int goneFrom(int asset) {
    return all.goneFrom(venue);
  }

  @Override
  public boolean quoted(int asset) {
    return all.quoted(venue);
  }

  @Override
  public Bars asks() {
    return all.asks() == all ? this : new VenueBars(all.asks(), venue);
  }

  @Override
  public Bars bids() {
    return all.bids() == all ? this : new VenueBars(all.bids(), venue);
  }

  @Override
  public long mark(int asset, int bar) {
    return all.mark(venue, bar);
  }

  @Override
  public long markHigh(int asset, int bar) {
    return all.markHigh(venue, bar);
  }

  @Override
  public long markLow(int asset, int bar) {
    return all.markLow(venue, bar);
  }

  @Override
  public long funding(int asset, int bar) {
    return all.funding(venue, bar);
  }

  @Override
  public long fundingInterval(int asset) {
    return all.fundingInterval(venue);
  }

  @Override
  public long fundingInterval(int asset, int bar) {
    return all.fundingInterval(venue, bar);
  }

  @Override
  public long dividend(int asset, int bar) {
    return all.dividend(venue, bar);
  }

  @Override
  public int splitShares(int asset, int bar) {
    return all.splitShares(venue, bar);
  }

  @Override
  public int splitOf(int asset, int bar) {
    return all.splitOf(venue, bar);
  }

  @Override
  public boolean hasActions() {
    return all.hasActions();
  }
}
