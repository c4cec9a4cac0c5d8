package io.tradinggym.market.feature;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;
import java.util.stream.IntStream;

/** Bars in plain sight, prices in cents: a test may write any of them. */
final class Quotes implements Bars {
  final long[][] open;
  final long[][] high;
  final long[][] low;
  final long[][] close;
  final long[][] volume;
  final int[] listed;
  private final int length;

  Quotes(int assets, int length) {
    this.length = length;
    open = new long[assets][length];
    high = new long[assets][length];
    low = new long[assets][length];
    close = new long[assets][length];
    volume = new long[assets][length];
    listed = new int[assets];
  }

  /** A random walk in cents, with nights, wicks and volumes. */
  static Quotes random(int assets, int length, RandomStream random) {
    Quotes quotes = new Quotes(assets, length);
    quotes.draw(0, random);
    return quotes;
  }

  /** Draws the bars from one on anew. */
  void draw(int from, RandomStream random) {
    for (int asset = 0; asset < close.length; asset++) {
      long last = from == 0 ? 10_000 : close[asset][from - 1];
      for (int bar = from; bar < length; bar++) {
        long first = Math.max(200, last + Math.round(random.gaussian(0, 0.005 * last)));
        last = Math.max(200, first + Math.round(random.gaussian(0, 0.015 * first)));
        open[asset][bar] = first;
        close[asset][bar] = last;
        high[asset][bar] = Math.max(first, last) + random.integer(100);
        low[asset][bar] = Math.min(first, last) - random.integer(100);
        volume[asset][bar] = 1_000L + random.integer(9_000);
      }
    }
  }

  List<Instrument> instruments() {
    return IntStream.range(0, close.length)
        .mapToObj(asset -> (Instrument) Equity.printed("A" + asset))
        .toList();
  }

  /** A feature of asset 0 at every bar, unclipped; NaN before its warm-up. */
  double[] values(Feature feature) {
    Clock clock = new Clock(this, instruments());
    Feature.State state = feature.create();
    double[] values = new double[length];
    for (int bar = 0; bar < length; bar++) {
      clock.set(bar);
      double value = state.next(clock.view(), 0);
      values[bar] = bar < feature.warmUp() ? Double.NaN : value;
    }
    return values;
  }

  @Override
  public int assets() {
    return close.length;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public long closeTime(int bar) {
    return bar * 86_400_000L;
  }

  @Override
  public long open(int asset, int bar) {
    return open[asset][bar];
  }

  @Override
  public long high(int asset, int bar) {
    return high[asset][bar];
  }

  @Override
  public long low(int asset, int bar) {
    return low[asset][bar];
  }

  @Override
  public long close(int asset, int bar) {
    return close[asset][bar];
  }

  @Override
  public long volume(int asset, int bar) {
    return volume[asset][bar];
  }

  @Override
  public boolean traded(int asset, int bar) {
    return bar >= listed[asset];
  }
}
