package io.tradinggym.experiments.montecarlo;

import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A history in which a scenario happens to all assets at once, from a bar on: its bars take the place of history's,
 * which goes on from the level that is left, with its own returns. Dividends, splits and funding are left out.
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
    long[] times = new long[data.length()];
    double close = data.close(asset, at - 1) * tick;
    double level = 1;
    for (int bar = 0; bar < data.length(); bar++) {
      int into = bar - at;
      boolean inside = into >= 0 && into < scenario.bars().size() && close > 0;
      if (!data.traded(asset, bar) || (inside && scenario.bars().get(into).halted())) {
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
      columns[4][rows] = volume;
      times[rows++] = data.closeTime(bar);
    }
    int kept = rows;
    double[][] cut =
        Arrays.stream(columns).map(column -> Arrays.copyOf(column, kept)).toArray(double[][]::new);
    return new Series(
        instrument, Arrays.copyOf(times, kept), cut[0], cut[1], cut[2], cut[3], cut[4]);
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
