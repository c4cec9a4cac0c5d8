package io.tradinggym.experiments.backtest;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Equity;
import java.util.ArrayList;
import java.util.List;

/** Histories made up for tests: one bar a day, a volume that never limits. */
public final class Histories {
  private static final long DAY = 86_400_000L;
  private static final double VOLUME = 1e10;
  private static final double PER_YEAR = 252;

  private Histories() {}

  /** Random walks. */
  public static ReplayMarket wandering(int bars, int assets, long seed) {
    return walk(bars, assets, seed, bars);
  }

  /** The same walks, others after a bar. */
  static ReplayMarket changedAfter(int bars, int assets, long seed, int bar) {
    return walk(bars, assets, seed, bar);
  }

  private static ReplayMarket walk(int bars, int assets, long seed, int same) {
    List<Series> all = new ArrayList<>();
    for (int asset = 0; asset < assets; asset++) {
      RandomStream random = RandomStreams.of(seed).stream("walk", asset);
      RandomStream other = RandomStreams.of(seed).stream("another", asset);
      double[][] prices = new double[4][bars];
      double price = 100;
      for (int t = 0; t < bars; t++) {
        RandomStream from = t <= same ? random : other;
        double open = cents(price * Math.exp(0.004 * from.gaussian()));
        double close = cents(open * Math.exp(0.0004 + 0.01 * from.gaussian()));
        prices[0][t] = open;
        prices[1][t] = cents(Math.max(open, close) * Math.exp(Math.abs(0.004 * from.gaussian())));
        prices[2][t] = cents(Math.min(open, close) * Math.exp(-Math.abs(0.004 * from.gaussian())));
        prices[3][t] = close;
        price = close;
      }
      all.add(series("A" + asset, prices));
    }
    return ReplayMarket.of(all, PER_YEAR);
  }

  /** One price up to a bar, another from it on. */
  static ReplayMarket steps(int bars, int at, double before, double after) {
    double[][] prices = new double[4][bars];
    for (int t = 0; t < bars; t++) {
      double price = t < at ? before : after;
      prices[0][t] = price;
      prices[1][t] = price + 1;
      prices[2][t] = price - 1;
      prices[3][t] = price;
    }
    return ReplayMarket.of(List.of(series("STEP", prices)), PER_YEAR);
  }

  private static Series series(String symbol, double[][] prices) {
    int bars = prices[0].length;
    long[] times = new long[bars];
    double[] volume = new double[bars];
    for (int t = 0; t < bars; t++) {
      times[t] = (t + 1) * DAY;
      volume[t] = VOLUME;
    }
    return new Series(
        Equity.printed(symbol), times, prices[0], prices[1], prices[2], prices[3], volume);
  }

  private static double cents(double price) {
    return Math.round(100 * price) / 100.0;
  }
}
