package io.tradinggym.experiments.montecarlo;

import io.tradinggym.experiments.montecarlo.Scenario.Bar.Trading;
import io.tradinggym.market.Money;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.BidAsk;
import io.tradinggym.market.data.CorporateEvents;
import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A history in which a scenario happens to all assets at once, from a bar on: its bars take the place of history's,
 * which goes on from the level that is left, with its own returns and funding, and with its dividends and marks in
 * proportion. Inside a scenario that moves prices the mark is the price, and there are no dividends and splits.
 */
public final class ShockedHistory {
  private ShockedHistory() {}

  /**
   * Another history.
   *
   * @param history that is changed
   * @param at first bar of the scenario, in 1 .. bars - scenario's
   */
  public static ReplayMarket of(ReplayMarket history, Scenario scenario, int at) {
    MarketData data = history.data();
    int shocked = scenario.bars().size();
    if (at < 1 || at + shocked > data.length()) {
      throw new IllegalArgumentException(
          "a scenario of "
              + shocked
              + " bars must begin in 1 .. "
              + (data.length() - shocked)
              + ", was "
              + at);
    }
    List<Series> all = new ArrayList<>();
    for (int asset = 0; asset < data.assets(); asset++) {
      all.add(series(data, asset, scenario, at));
    }
    return ReplayMarket.of(all, history.barsPerYear());
  }

  private static Series series(MarketData data, int asset, Scenario scenario, int at) {
    Instrument instrument = data.instruments().get(asset);
    double tick = instrument.toPrice(1);
    double unit = (double) instrument.tickLotValue() / instrument.tickSize();
    int rows = 0;
    double[][] columns = new double[5][data.length()];
    double[][] quotes = new double[8][data.length()];
    double[] dividends = new double[data.length()];
    int[] shares = new int[data.length()];
    int[] of = new int[data.length()];
    long[] times = new long[data.length()];
    boolean funded = data.fundingInterval(asset) > 0;
    double[][] marks = new double[3][data.length()];
    long[][] funding = new long[2][data.length()];
    double close = data.close(asset, at - 1) * tick;
    double level = 1;
    for (int bar = 0; bar < data.length(); bar++) {
      int into = bar - at;
      boolean within = into >= 0 && into < scenario.bars().size();
      Trading trading = within ? scenario.bars().get(into).trading() : Trading.OWN;
      boolean inside = trading == Trading.MOVED && close > 0;
      if (!data.traded(asset, bar) || trading == Trading.HALTED) {
        continue;
      }
      double volume = data.volume(asset, bar) * unit;
      if (inside) {
        Scenario.Bar shock = scenario.bars().get(into);
        double high = Math.max(shock.gap(), shock.close());
        put(columns, rows, close, shock.gap(), high, shock.low(), shock.close(), tick);
        close *= 1 + shock.close();
        level = close / (data.close(asset, bar) * tick);
      } else {
        columns[0][rows] = rounded(level * data.open(asset, bar) * tick, tick);
        columns[1][rows] = rounded(level * data.high(asset, bar) * tick, tick);
        columns[2][rows] = rounded(level * data.low(asset, bar) * tick, tick);
        columns[3][rows] = rounded(level * data.close(asset, bar) * tick, tick);
      }
      // What happened to the share in a bar of the scenario is not in its prices, and so never
      // happened.
      dividends[rows] = inside ? 0 : level * data.dividend(asset, bar) / Money.UNITS;
      shares[rows] = inside ? 1 : data.splitShares(asset, bar);
      of[rows] = inside ? 1 : data.splitOf(asset, bar);
      if (funded) {
        marks[0][rows] = inside ? columns[1][rows] : level * data.markHigh(asset, bar) * tick;
        marks[1][rows] = inside ? columns[2][rows] : level * data.markLow(asset, bar) * tick;
        marks[2][rows] = inside ? columns[3][rows] : level * data.mark(asset, bar) * tick;
        funding[0][rows] =
            within && scenario.isFunding()
                ? rate(data, asset, bar, scenario)
                : data.funding(asset, bar);
        funding[1][rows] = data.fundingInterval(asset, bar);
      }
      if (data.quoted(asset)) {
        quote(quotes, columns, rows, data, asset, bar, tick);
      }
      columns[4][rows] = volume;
      times[rows++] = data.closeTime(bar);
    }
    int kept = rows;
    double[][] cut = cut(columns, kept);
    Series series =
        new Series(instrument, Arrays.copyOf(times, kept), cut[0], cut[1], cut[2], cut[3], cut[4]);
    if (data.hasActions()) {
      series =
          series.with(
              new CorporateEvents(
                  Arrays.copyOf(dividends, kept),
                  Arrays.copyOf(shares, kept),
                  Arrays.copyOf(of, kept)));
    }
    if (funded) {
      double[][] own = cut(marks, kept);
      series =
          series.with(
              new MarkAndFunding(
                  own[0],
                  own[1],
                  own[2],
                  Arrays.copyOf(funding[0], kept),
                  Arrays.copyOf(funding[1], kept)));
    }
    double[][] sides = cut(quotes, kept);
    return data.quoted(asset)
        ? series.with(
            new BidAsk(
                new BidAsk.Side(sides[0], sides[1], sides[2], sides[3]),
                new BidAsk.Side(sides[4], sides[5], sides[6], sides[7])))
        : series;
  }

  /** The scenario's rate at every stamp since the close before, in 1e-8. */
  private static long rate(MarketData data, int asset, int bar, Scenario scenario) {
    long interval = data.fundingInterval(asset, bar);
    long stamps = data.closeTime(bar) / interval - data.closeTime(bar - 1) / interval;
    return Math.round(scenario.funding() * Money.UNITS) * stamps;
  }

  private static double[][] cut(double[][] columns, int length) {
    return Arrays.stream(columns)
        .map(column -> Arrays.copyOf(column, length))
        .toArray(double[][]::new);
  }

  /** Bid and ask as far from the changed prices, in parts of them, as they were from those before. */
  private static void quote(
      double[][] quotes,
      double[][] columns,
      int row,
      MarketData data,
      int asset,
      int bar,
      double tick) {
    long[] before = prices(data, asset, bar);
    long[] bids = prices(data.bids(), asset, bar);
    long[] asks = prices(data.asks(), asset, bar);
    for (int field = 0; field < before.length; field++) {
      double ratio = columns[field][row] / before[field];
      quotes[field][row] = rounded(ratio * bids[field], tick);
      quotes[field + before.length][row] = rounded(ratio * asks[field], tick);
    }
  }

  private static long[] prices(Bars bars, int asset, int bar) {
    return new long[] {
      bars.open(asset, bar), bars.high(asset, bar), bars.low(asset, bar), bars.close(asset, bar)
    };
  }

  private static void put(
      double[][] columns,
      int row,
      double before,
      double open,
      double high,
      double low,
      double close,
      double tick) {
    double[] moves = {open, high, low, close};
    for (int i = 0; i < moves.length; i++) {
      columns[i][row] = rounded(before * (1 + moves[i]), tick);
    }
  }

  /** At least a tick. */
  private static double rounded(double price, double tick) {
    return Math.max(1, Math.round(price / tick)) * tick;
  }
}
