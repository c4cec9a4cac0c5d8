package io.tradinggym.crypto.market;

import io.tradinggym.crypto.funding.FundingFormula;
import io.tradinggym.crypto.mark.MarkPrice;
import io.tradinggym.market.data.Bars;

/**
 * Some assets of drawn bars, perpetuals with mark and funding. With index S (the spot's close), premium p of the
 * perpetual's close over it, and P the mean of the interval's premiums, the i-th weighted by i:
 *
 * <pre>
 * funding at a stamp  the formula of P, each 8 hours
 * mark                 median of S (1 + F_last x time to the stamp / 8 h), S (1 + mean premium of the bar), last price
 * </pre>
 *
 * <p>High and low of the mark are those of the bar, moved as its close is. Scratch of one lane; {@link #derive}
 * allocates nothing.
 */
final class MarkedBars implements Bars {
  private static final long HOUR = 3_600_000L;
  private static final long INTERVAL = 8 * HOUR;
  private static final double HOURS = 8;
  private static final double RATE_ONE = 1e8;

  private final Bars paths;
  private final int[] places;
  private final int coins;
  private final FundingFormula formula;
  private final long[][] mark;
  private final long[][] markHigh;
  private final long[][] markLow;
  private final long[][] funding;

  /**
   * Bars over paths.
   *
   * @param paths spot of all coins, then perpetuals of all coins
   * @param places assets of the paths that are shown
   */
  MarkedBars(Bars paths, int[] places, int coins, FundingFormula formula) {
    this.paths = paths;
    this.places = places;
    this.coins = coins;
    this.formula = formula;
    int length = paths.length();
    mark = new long[places.length][length];
    markHigh = new long[places.length][length];
    markLow = new long[places.length][length];
    funding = new long[places.length][length];
  }

  /** Works out marks and funding of paths that were drawn anew. */
  void derive() {
    for (int asset = 0; asset < places.length; asset++) {
      if (isPerpetual(asset)) {
        derive(asset);
      } else {
        for (int bar = 0; bar < length(); bar++) {
          set(asset, bar, close(asset, bar), 0);
        }
      }
    }
  }

  private void derive(int asset) {
    int spot = places[asset] - coins;
    double before = 0;
    double weighted = 0;
    int samples = 0;
    double lastRate = formula.rate(0);
    for (int bar = 0; bar < length(); bar++) {
      double index = paths.close(spot, bar);
      double last = close(asset, bar);
      double premium = index == 0 ? 0 : last / index - 1;
      samples++;
      weighted += samples * premium;
      long rate = 0;
      long time = closeTime(bar);
      if (Math.floorMod(time, INTERVAL) == 0) {
        lastRate = formula.rate(weighted / (0.5 * samples * (samples + 1)));
        rate = Math.round(lastRate * RATE_ONE);
        weighted = 0;
        samples = 0;
      }
      double left = 1 - Math.floorMod(time, INTERVAL) / (double) INTERVAL;
      double basis = index * (before + premium) / 2;
      double value = MarkPrice.of(index, lastRate, left * HOURS, HOURS, basis, last);
      set(asset, bar, Math.round(value), rate);
      before = premium;
    }
  }

  private void set(int asset, int bar, long value, long rate) {
    double moved = close(asset, bar) == 0 ? 1 : (double) value / close(asset, bar);
    mark[asset][bar] = value;
    markHigh[asset][bar] = Math.max(value, Math.round(high(asset, bar) * moved));
    markLow[asset][bar] = Math.min(value, Math.round(low(asset, bar) * moved));
    funding[asset][bar] = rate;
  }

  private boolean isPerpetual(int asset) {
    return places[asset] >= coins;
  }

  @Override
  public int assets() {
    return places.length;
  }

  @Override
  public int length() {
    return paths.length();
  }

  @Override
  public long closeTime(int bar) {
    return paths.closeTime(bar);
  }

  @Override
  public long open(int asset, int bar) {
    return paths.open(places[asset], bar);
  }

  @Override
  public long high(int asset, int bar) {
    return paths.high(places[asset], bar);
  }

  @Override
  public long low(int asset, int bar) {
    return paths.low(places[asset], bar);
  }

  @Override
  public long close(int asset, int bar) {
    return paths.close(places[asset], bar);
  }

  @Override
  public long volume(int asset, int bar) {
    return paths.volume(places[asset], bar);
  }

  @Override
  public boolean traded(int asset, int bar) {
    return paths.traded(places[asset], bar);
  }

  @Override
  public long mark(int asset, int bar) {
    return mark[asset][bar];
  }

  @Override
  public long markHigh(int asset, int bar) {
    return markHigh[asset][bar];
  }

  @Override
  public long markLow(int asset, int bar) {
    return markLow[asset][bar];
  }

  @Override
  public long funding(int asset, int bar) {
    return funding[asset][bar];
  }

  @Override
  public long fundingInterval(int asset) {
    return isPerpetual(asset) ? INTERVAL : 0;
  }
}
