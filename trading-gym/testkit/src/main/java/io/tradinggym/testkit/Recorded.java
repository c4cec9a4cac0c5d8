package io.tradinggym.testkit;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** One path of a simulated market, to be replayed as if it were history. */
public final class Recorded {
  private Recorded() {}

  /**
   * {@return a path as history, with marks and funding where there are any; it tells of no departures}
   *
   * @param law with as many bars as the history shall have, and prices in every one of them
   * @param seed any number; the same seed gives the same bits
   */
  public static ReplayMarket of(Market law, long seed) {
    MarketTape tape = law.tape();
    tape.next(RandomStreams.of(seed).stream("history"));
    Bars bars = tape.bars();
    List<Series> all = new ArrayList<>();
    for (int asset = 0; asset < law.assets(); asset++) {
      all.add(series(law, bars, asset));
    }
    return ReplayMarket.of(all, law.barsPerYear());
  }

  private static Series series(Market law, Bars bars, int asset) {
    double tick = law.instruments().get(asset).toPrice(1);
    Series last =
        new Series(
            law.instruments().get(asset),
            IntStream.range(0, bars.length()).mapToLong(bars::closeTime).toArray(),
            column(bars, bar -> bars.open(asset, bar) * tick),
            column(bars, bar -> bars.high(asset, bar) * tick),
            column(bars, bar -> bars.low(asset, bar) * tick),
            column(bars, bar -> bars.close(asset, bar) * tick),
            column(bars, bar -> bars.volume(asset, bar)));
    if (bars.fundingInterval(asset) == 0) {
      return last;
    }
    return last.with(
        new MarkAndFunding(
            column(bars, bar -> bars.markHigh(asset, bar) * tick),
            column(bars, bar -> bars.markLow(asset, bar) * tick),
            column(bars, bar -> bars.mark(asset, bar) * tick),
            IntStream.range(0, bars.length()).mapToLong(bar -> bars.funding(asset, bar)).toArray(),
            bars.fundingInterval(asset)));
  }

  private static double[] column(Bars bars, IntToDoubleFunction value) {
    return IntStream.range(0, bars.length()).mapToDouble(value).toArray();
  }
}
