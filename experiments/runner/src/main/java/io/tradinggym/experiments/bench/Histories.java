package io.tradinggym.experiments.bench;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.SimulatedMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Ten years of made-up daily bars, to be replayed: all that a benchmark needs of data is its size. */
final class Histories {
  private static final int BARS = 2520;
  private static final double BARS_PER_YEAR = 252;
  private static final double VOLATILITY = 0.2;

  private Histories() {}

  /** A history of so many assets. */
  static Market replayed(int assets) {
    SimulatedMarket law =
        SimulatedMarket.of(GeometricBrownian.noise(assets, VOLATILITY, BARS_PER_YEAR))
            .bars(BARS)
            .history(0)
            .build();
    MarketTape tape = law.tape();
    tape.next(RandomStreams.of(1).stream("history"));
    List<Series> series = new ArrayList<>();
    for (int asset = 0; asset < assets; asset++) {
      series.add(series(law, tape.bars(), asset));
    }
    return ReplayMarket.of(series, BARS_PER_YEAR);
  }

  private static Series series(Market market, Bars bars, int asset) {
    double tick = 0.01;
    return new Series(
        market.instruments().get(asset),
        IntStream.range(0, BARS).mapToLong(bars::closeTime).toArray(),
        IntStream.range(0, BARS).mapToDouble(bar -> bars.open(asset, bar) * tick).toArray(),
        IntStream.range(0, BARS).mapToDouble(bar -> bars.high(asset, bar) * tick).toArray(),
        IntStream.range(0, BARS).mapToDouble(bar -> bars.low(asset, bar) * tick).toArray(),
        IntStream.range(0, BARS).mapToDouble(bar -> bars.close(asset, bar) * tick).toArray(),
        IntStream.range(0, BARS).mapToDouble(bar -> bars.volume(asset, bar)).toArray());
  }
}
