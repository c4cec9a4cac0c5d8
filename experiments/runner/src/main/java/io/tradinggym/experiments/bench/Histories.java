package io.tradinggym.experiments.bench;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.crypto.market.CryptoMarkets;
import io.tradinggym.crypto.market.Shown;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.SimulatedMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Made-up bars to be replayed, ten years of days or ten months of hours: all that a benchmark needs of data is its
 * size.
 */
final class Histories {
  static final int BARS = 2520;

  private static final int HOURS = 7200;
  private static final double CENT = 0.01;
  private static final double BARS_PER_YEAR = 252;
  private static final double VOLATILITY = 0.2;

  private Histories() {}

  /** Some ten months of made-up hours of so many perpetuals, with marks and funding. */
  static Market perpetuals(int assets) {
    Market law = CryptoMarkets.named("noise:" + assets, Shown.PERPETUALS).forEpisodes(0, HOURS);
    MarketTape tape = law.tape();
    tape.next(RandomStreams.of(1).stream("history"));
    Bars bars = tape.bars();
    List<Series> series = new ArrayList<>();
    for (int asset = 0; asset < assets; asset++) {
      int one = asset;
      double tick = law.instruments().get(asset).toPrice(1);
      Series last = series(law, bars, asset, tick);
      series.add(
          last.with(
              new MarkAndFunding(
                  column(bars, bar -> bars.markHigh(one, bar) * tick),
                  column(bars, bar -> bars.markLow(one, bar) * tick),
                  column(bars, bar -> bars.mark(one, bar) * tick),
                  IntStream.range(0, bars.length())
                      .mapToLong(bar -> bars.funding(one, bar))
                      .toArray(),
                  bars.fundingInterval(one))));
    }
    return ReplayMarket.of(series, law.barsPerYear());
  }

  private static double[] column(Bars bars, IntToDoubleFunction value) {
    return IntStream.range(0, bars.length()).mapToDouble(value).toArray();
  }

  /** A history of so many assets. */
  static Market replayed(int assets) {
    return replayed(assets, BARS);
  }

  /** A history of so many assets and bars. */
  static Market replayed(int assets, int length) {
    SimulatedMarket law =
        SimulatedMarket.of(GeometricBrownian.noise(assets, VOLATILITY, BARS_PER_YEAR))
            .bars(length)
            .history(0)
            .build();
    MarketTape tape = law.tape();
    tape.next(RandomStreams.of(1).stream("history"));
    List<Series> series = new ArrayList<>();
    for (int asset = 0; asset < assets; asset++) {
      series.add(series(law, tape.bars(), asset, CENT));
    }
    return ReplayMarket.of(series, BARS_PER_YEAR);
  }

  /**
   * A history of four shares that do not all trade on all days: the second is listed late, the third is halted twice,
   * the fourth leaves the market.
   */
  static Market withGaps() {
    ReplayMarket whole = (ReplayMarket) replayed(4);
    Bars bars = whole.data();
    List<Series> series = new ArrayList<>();
    series.add(rows(whole, 0, bar -> true));
    series.add(rows(whole, 1, bar -> bar >= 300));
    series.add(rows(whole, 2, bar -> bar / 40 != 10 && bar % 500 != 7));
    series.add(rows(whole, 3, bar -> bar < bars.length() - 400));
    return ReplayMarket.of(series, BARS_PER_YEAR);
  }

  private static Series rows(ReplayMarket market, int asset, IntPredicate kept) {
    Bars bars = market.data();
    int[] rows = IntStream.range(0, bars.length()).filter(kept).toArray();
    return new Series(
        market.instruments().get(asset),
        IntStream.of(rows).mapToLong(bars::closeTime).toArray(),
        IntStream.of(rows).mapToDouble(bar -> bars.open(asset, bar) * CENT).toArray(),
        IntStream.of(rows).mapToDouble(bar -> bars.high(asset, bar) * CENT).toArray(),
        IntStream.of(rows).mapToDouble(bar -> bars.low(asset, bar) * CENT).toArray(),
        IntStream.of(rows).mapToDouble(bar -> bars.close(asset, bar) * CENT).toArray(),
        IntStream.of(rows).mapToDouble(bar -> bars.volume(asset, bar)).toArray());
  }

  private static Series series(Market market, Bars bars, int asset, double tick) {
    return new Series(
        market.instruments().get(asset),
        IntStream.range(0, bars.length()).mapToLong(bars::closeTime).toArray(),
        column(bars, bar -> bars.open(asset, bar) * tick),
        column(bars, bar -> bars.high(asset, bar) * tick),
        column(bars, bar -> bars.low(asset, bar) * tick),
        column(bars, bar -> bars.close(asset, bar) * tick),
        column(bars, bar -> bars.volume(asset, bar)));
  }
}
