package io.tradinggym.testkit;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small market of shares in plain arrays, and ways to bend it: mirror its prices, poison its future, halt it. Daily
 * bars from the epoch on; prices in cents unless rescaled, about 100 dollars.
 */
public final class TestMarket implements Bars, Market {
  /** Milliseconds between bars. */
  public static final long DAY = 86_400_000L;

  private static final long START = 10_000;
  private static final long VOLUME = 1_000_000;

  private final List<Instrument> instruments;
  private final int length;
  private final long[] open;
  private final long[] high;
  private final long[] low;
  private final long[] close;
  private final long[] volume;
  private final boolean[] traded;

  private TestMarket(List<Instrument> instruments, int length) {
    this.instruments = List.copyOf(instruments);
    this.length = length;
    int size = instruments.size() * length;
    open = new long[size];
    high = new long[size];
    low = new long[size];
    close = new long[size];
    volume = new long[size];
    traded = new boolean[size];
    Arrays.fill(volume, VOLUME);
    Arrays.fill(traded, true);
  }

  private TestMarket(TestMarket other, List<Instrument> instruments) {
    this(instruments, other.length);
    System.arraycopy(other.open, 0, open, 0, open.length);
    System.arraycopy(other.high, 0, high, 0, high.length);
    System.arraycopy(other.low, 0, low, 0, low.length);
    System.arraycopy(other.close, 0, close, 0, close.length);
    System.arraycopy(other.volume, 0, volume, 0, volume.length);
    System.arraycopy(other.traded, 0, traded, 0, traded.length);
  }

  private static List<Instrument> shares(int assets, long ticksPerCent) {
    List<Instrument> shares = new ArrayList<>();
    for (int asset = 0; asset < assets; asset++) {
      Equity cents = Equity.printed("TEST" + asset);
      shares.add(new Equity(cents.symbol(), cents.currency(), cents.tickSize() * ticksPerCent, 1));
    }
    return shares;
  }

  /**
   * {@return a market whose prices, 100 dollars, never move}
   *
   * @param assets number of assets, &gt;= 1
   * @param length number of bars, &gt;= 1
   */
  public static TestMarket constant(int assets, int length) {
    TestMarket market = new TestMarket(shares(assets, 1), length);
    for (long[] prices : List.of(market.open, market.high, market.low, market.close)) {
      Arrays.fill(prices, START);
    }
    return market;
  }

  /**
   * {@return independent random walks without drift: nothing about the future can be known from the past}
   *
   * @param seed any number; the same seed gives the same bits
   * @param assets number of assets, &gt;= 1
   * @param length number of bars, &gt;= 1
   * @param volatility standard deviation of a bar's log return, as a fraction, &gt;= 0
   * @param gaps part of the variance that happens between close and open, in [0, 1]; 0 = opens repeat the last close
   */
  public static TestMarket noise(
      long seed, int assets, int length, double volatility, double gaps) {
    RandomStream random = RandomStreams.of(seed).stream("noise");
    TestMarket market = new TestMarket(shares(assets, 1), length);
    for (int asset = 0; asset < assets; asset++) {
      double price = START;
      for (int bar = 0; bar < length; bar++) {
        double opened = moved(price, volatility * Math.sqrt(gaps), random);
        price = moved(opened, volatility * Math.sqrt(1 - gaps), random);
        market.set(asset, bar, Math.max(1, Math.round(opened)), Math.max(1, Math.round(price)));
      }
    }
    return market;
  }

  private static double moved(double price, double sd, RandomStream random) {
    return price * StrictMath.exp(sd * random.gaussian() - sd * sd / 2);
  }

  private void set(int asset, int bar, long opened, long closed) {
    int at = at(asset, bar);
    open[at] = opened;
    close[at] = closed;
    high[at] = Math.max(opened, closed);
    low[at] = Math.min(opened, closed);
  }

  /**
   * {@return this market with every price reflected at the asset's close of a bar: up is down} Prices stay above 0.
   *
   * @param bar index of the bar, from 0
   */
  public TestMarket mirroredAt(int bar) {
    TestMarket market = new TestMarket(this, instruments);
    for (int asset = 0; asset < assets(); asset++) {
      long twice = 2 * close(asset, bar);
      for (int b = 0; b < length; b++) {
        market.set(
            asset, b, Math.max(1, twice - open(asset, b)), Math.max(1, twice - close(asset, b)));
      }
    }
    return market;
  }

  /**
   * {@return this market up to a bar, included; nonsense after it}
   *
   * @param bar index of the bar, from 0
   */
  public TestMarket poisonedAfter(int bar) {
    TestMarket market = new TestMarket(this, instruments);
    for (int asset = 0; asset < assets(); asset++) {
      for (int b = bar + 1; b < length; b++) {
        market.set(asset, b, 1 + 7919L * b % 5000, 1 + 104729L * b % 7000);
        market.volume[at(asset, b)] = b % 3;
      }
    }
    return market;
  }

  /**
   * {@return this market with all prices of a bar and all later ones at so many ticks}
   *
   * @param bar index of the bar, from 0
   * @param ticks price in ticks, &gt;= 1
   */
  public TestMarket crashedAt(int bar, long ticks) {
    TestMarket market = new TestMarket(this, instruments);
    for (int asset = 0; asset < assets(); asset++) {
      for (int b = bar; b < length; b++) {
        market.set(asset, b, ticks, ticks);
      }
    }
    return market;
  }

  /**
   * {@return this market with an asset that does not trade in bars from .. to-1; its prices repeat the last close}
   *
   * @param asset index of the asset, from 0
   * @param from index of the first bar without trades
   * @param to index of the bar after the last
   */
  public TestMarket haltedFrom(int asset, int from, int to) {
    TestMarket market = new TestMarket(this, instruments);
    for (int bar = from; bar < to; bar++) {
      long last = close(asset, Math.max(0, from - 1));
      market.set(asset, bar, last, last);
      market.traded[at(asset, bar)] = false;
      market.volume[at(asset, bar)] = 0;
    }
    return market;
  }

  /**
   * {@return this market with so many shares changing hands in every bar}
   *
   * @param shares a bar, &gt;= 0
   */
  public TestMarket withVolume(long shares) {
    TestMarket market = new TestMarket(this, instruments);
    Arrays.fill(market.volume, shares);
    return market;
  }

  /**
   * {@return this market with the same ticks, each worth so many cents: all prices are multiplied}
   *
   * @param times cents in a tick, &gt;= 1
   */
  public TestMarket dearer(long times) {
    return new TestMarket(this, shares(assets(), times));
  }

  /** {@return this market's first asset alone} */
  public TestMarket firstAsset() {
    TestMarket market = new TestMarket(instruments.subList(0, 1), length);
    for (int bar = 0; bar < length; bar++) {
      market.set(0, bar, open(0, bar), close(0, bar));
      market.volume[bar] = volume(0, bar);
      market.traded[bar] = traded(0, bar);
    }
    return market;
  }

  @Override
  public List<Instrument> instruments() {
    return instruments;
  }

  /**
   * {@return a price in dollars}
   *
   * @param asset index of the asset, from 0
   * @param ticks price in ticks
   */
  public double dollars(int asset, long ticks) {
    return instruments.get(asset).toPrice(ticks);
  }

  private int at(int asset, int bar) {
    return bar * instruments.size() + asset;
  }

  @Override
  public int assets() {
    return instruments.size();
  }

  @Override
  public double barsPerYear() {
    return 252;
  }

  /** Names what the prices are, as far as a test needs it. */
  @Override
  public String fingerprint() {
    return "test-market-" + Arrays.hashCode(close);
  }

  @Override
  public MarketTape tape() {
    return new Tape();
  }

  private final class Tape implements MarketTape {
    @Override
    public void next(RandomStream random) {}

    @Override
    public Bars bars() {
      return TestMarket.this;
    }

    @Override
    public int firstDecision() {
      return 0;
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public long closeTime(int bar) {
    return bar * DAY;
  }

  @Override
  public long open(int asset, int bar) {
    return open[at(asset, bar)];
  }

  @Override
  public long high(int asset, int bar) {
    return high[at(asset, bar)];
  }

  @Override
  public long low(int asset, int bar) {
    return low[at(asset, bar)];
  }

  @Override
  public long close(int asset, int bar) {
    return close[at(asset, bar)];
  }

  @Override
  public long volume(int asset, int bar) {
    return volume[at(asset, bar)];
  }

  /** What does not trade again is gone. */
  @Override
  public int goneFrom(int asset) {
    int last = length() - 1;
    while (last >= 0 && !traded(asset, last)) {
      last--;
    }
    return last == length() - 1 ? Integer.MAX_VALUE : last + 1;
  }

  @Override
  public boolean traded(int asset, int bar) {
    return traded[at(asset, bar)];
  }
}
