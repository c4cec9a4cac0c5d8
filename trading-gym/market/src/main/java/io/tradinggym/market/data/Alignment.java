package io.tradinggym.market.data;

import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.instrument.SpotPair;
import java.util.Arrays;
import java.util.List;

/**
 * Puts series on one timeline: the union of their times. Where an asset has no bar it did not trade; its prices repeat
 * the last close, never a later one, and are 0 before its first bar.
 */
final class Alignment {
  private Alignment() {}

  static MarketData of(List<Series> series) {
    long[] times =
        series.stream().flatMapToLong(one -> Arrays.stream(one.closeTimes())).sorted().distinct().toArray();
    MarketData.Column[] columns =
        series.stream().map(one -> column(one, times)).toArray(MarketData.Column[]::new);
    return new MarketData(series.stream().map(Series::instrument).toList(), times, columns);
  }

  private static MarketData.Column column(Series series, long[] times) {
    Instrument instrument = series.instrument();
    MarketData.Column column = new MarketData.Column(times.length);
    double lotsPerUnit = lotsPerUnit(instrument);
    int row = 0;
    long last = 0;
    for (int bar = 0; bar < times.length; bar++) {
      boolean traded = row < series.length() && series.closeTimes()[row] == times[bar];
      column.traded()[bar] = traded;
      column.open()[bar] = traded ? instrument.toTicks(series.open()[row]) : last;
      column.close()[bar] = traded ? instrument.toTicks(series.close()[row]) : last;
      // Rounding to ticks must not push open or close outside the bar.
      long top = Math.max(column.open()[bar], column.close()[bar]);
      long bottom = Math.min(column.open()[bar], column.close()[bar]);
      column.high()[bar] = traded ? Math.max(top, instrument.toTicks(series.high()[row])) : last;
      column.low()[bar] = traded ? Math.min(bottom, instrument.toTicks(series.low()[row])) : last;
      column.volume()[bar] = traded ? (long) Math.floor(series.volume()[row] * lotsPerUnit) : 0;
      last = column.close()[bar];
      row += traded ? 1 : 0;
    }
    return column;
  }

  private static double lotsPerUnit(Instrument instrument) {
    return switch (instrument) {
      case Equity equity -> equity.lotsPerShare();
      case SpotPair pair -> pair.lotsPerBase();
      case Perpetual perpetual -> perpetual.lotsPerBase();
      default -> 1;
    };
  }
}
