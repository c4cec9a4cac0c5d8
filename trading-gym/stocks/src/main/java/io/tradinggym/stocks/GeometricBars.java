package io.tradinggym.stocks;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.data.Bars;
import java.util.Arrays;

/**
 * Daily bars of correlated geometric Brownian motions: {@code d ln S = (mu - sigma^2/2) dt + sigma dW}, mu 8 % and sigma
 * 20 % a year, correlation 0.5 through one common factor, 100 dollars at the start, prices in cents. The open is the
 * last close: nights are part of the day.
 */
final class GeometricBars implements Bars {
  private static final double DAY = 1.0 / 252;
  private static final double DRIFT = 0.08;
  private static final double VOLATILITY = 0.2;
  private static final double COMMON = Math.sqrt(0.5);
  private static final double START_TICKS = 10_000;
  private static final long DAILY_VOLUME = 10_000_000;
  private static final long DAY_MILLIS = 86_400_000L;

  private final int assets;
  private final int length;
  private final long[] closes;
  private final double[] logs;

  GeometricBars(int assets, int length) {
    this.assets = assets;
    this.length = length;
    closes = new long[assets * length];
    logs = new double[assets];
  }

  /** A new path. */
  void draw(RandomStream random) {
    Arrays.fill(logs, StrictMath.log(START_TICKS));
    double sd = VOLATILITY * Math.sqrt(DAY);
    for (int bar = 0; bar < length; bar++) {
      double factor = random.gaussian();
      for (int asset = 0; asset < assets; asset++) {
        double shock = COMMON * factor + Math.sqrt(1 - COMMON * COMMON) * random.gaussian();
        logs[asset] += (DRIFT - VOLATILITY * VOLATILITY / 2) * DAY + sd * shock;
        closes[bar * assets + asset] = Math.max(1, Math.round(StrictMath.exp(logs[asset])));
      }
    }
  }

  @Override
  public int assets() {
    return assets;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public long closeTime(int bar) {
    return bar * DAY_MILLIS;
  }

  @Override
  public long open(int asset, int bar) {
    return close(asset, Math.max(0, bar - 1));
  }

  @Override
  public long high(int asset, int bar) {
    return Math.max(open(asset, bar), close(asset, bar));
  }

  @Override
  public long low(int asset, int bar) {
    return Math.min(open(asset, bar), close(asset, bar));
  }

  @Override
  public long close(int asset, int bar) {
    return closes[bar * assets + asset];
  }

  @Override
  public long volume(int asset, int bar) {
    return DAILY_VOLUME;
  }

  @Override
  public boolean traded(int asset, int bar) {
    return true;
  }
}
