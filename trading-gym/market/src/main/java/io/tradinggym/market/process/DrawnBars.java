package io.tradinggym.market.process;

import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.BarsOf;
import io.tradinggym.market.data.MarketData;

/**
 * Bars drawn from history with what it knows beside prices: marks and quotes as far from the price, in parts of it, as
 * they were, and the funding of the bar that each was drawn from. Its stamps are that bar's, too.
 */
final class DrawnBars implements BarsOf {
  private final SimulatedBars drawn;
  private final MarketData history;
  private final Bars asks;
  private final Bars bids;

  /** The bar of history that each was drawn from. */
  final int[] origin;

  /** A price here by the price there, where {@link SimulatedBars#at} says. */
  final double[] scale;

  DrawnBars(SimulatedBars drawn, MarketData history) {
    this.drawn = drawn;
    this.history = history;
    origin = new int[drawn.length()];
    scale = new double[drawn.length() * drawn.assets()];
    boolean quoted = history.asks() != history;
    asks = quoted ? new Side(history.asks()) : this;
    bids = quoted ? new Side(history.bids()) : this;
  }

  /** Whether history knows anything of this kind. */
  static boolean areOf(MarketData history) {
    boolean funded = false;
    for (int asset = 0; asset < history.assets(); asset++) {
      funded |= history.fundingInterval(asset) > 0;
    }
    return funded || history.asks() != history;
  }

  @Override
  public Bars whole() {
    return drawn;
  }

  private long scaled(long price, int asset, int bar) {
    return ticks(scale[drawn.at(asset, bar)] * price);
  }

  /** At least one, and no more than accounts can count. */
  static long ticks(double price) {
    return Math.round(Math.clamp(price, 1, SimulatedMarket.MAX_TICKS));
  }

  @Override
  public long mark(int asset, int bar) {
    return scaled(history.mark(asset, origin[bar]), asset, bar);
  }

  @Override
  public long markHigh(int asset, int bar) {
    return scaled(history.markHigh(asset, origin[bar]), asset, bar);
  }

  @Override
  public long markLow(int asset, int bar) {
    return scaled(history.markLow(asset, origin[bar]), asset, bar);
  }

  @Override
  public long funding(int asset, int bar) {
    return history.funding(asset, origin[bar]);
  }

  @Override
  public long fundingInterval(int asset) {
    return history.fundingInterval(asset);
  }

  @Override
  public long fundingInterval(int asset, int bar) {
    return history.fundingInterval(asset, origin[bar]);
  }

  @Override
  public boolean quoted(int asset) {
    return history.quoted(asset);
  }

  @Override
  public Bars asks() {
    return asks;
  }

  @Override
  public Bars bids() {
    return bids;
  }

  /** The same bars at the prices of one side. */
  private final class Side implements BarsOf {
    private final Bars side;

    Side(Bars side) {
      this.side = side;
    }

    @Override
    public Bars whole() {
      return DrawnBars.this;
    }

    @Override
    public Bars asks() {
      return asks;
    }

    @Override
    public Bars bids() {
      return bids;
    }

    @Override
    public long open(int asset, int bar) {
      return scaled(side.open(asset, origin[bar]), asset, bar);
    }

    @Override
    public long high(int asset, int bar) {
      return scaled(side.high(asset, origin[bar]), asset, bar);
    }

    @Override
    public long low(int asset, int bar) {
      return scaled(side.low(asset, origin[bar]), asset, bar);
    }

    @Override
    public long close(int asset, int bar) {
      return scaled(side.close(asset, origin[bar]), asset, bar);
    }
  }
}
