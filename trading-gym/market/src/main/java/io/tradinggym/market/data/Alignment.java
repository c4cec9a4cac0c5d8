package io.tradinggym.market.data;

import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.instrument.SpotPair;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts series on one timeline: the union of their times. Where an asset has no bar it did not trade; its prices repeat
 * the last close, never a later one, and are 0 before its first bar.
 */
final class Alignment {
  /** More than any order is; keeps products of volumes within 63 bits. */
  private static final double MOST_LOTS = 1e15;

  private Alignment() {}

  static MarketData of(List<Series> series) {
    long[] times =
        series.stream()
            .flatMapToLong(one -> Arrays.stream(one.closeTimes()))
            .sorted()
            .distinct()
            .toArray();
    int assets = series.size();
    long[] rows =
        new long[Math.multiplyExact(Math.multiplyExact(times.length, assets), MarketData.FIELDS)];
    for (int asset = 0; asset < assets; asset++) {
      fill(rows, asset * MarketData.FIELDS, assets * MarketData.FIELDS, series.get(asset), times);
    }
    List<Instrument> instruments = series.stream().map(Series::instrument).toList();
    int[] gone = Departures.of(series, times);
    boolean marked = series.stream().anyMatch(one -> one.perpetual() != null);
    return new MarketData(
        instruments,
        times,
        rows,
        marked ? marks(series, rows, times) : null,
        events(series, times),
        QuoteColumns.of(series, rows, times.length),
        gone);
  }

  /** Dividends and splits; null if no series has any. */
  private static @Nullable EventColumns events(List<Series> series, long[] times) {
    if (series.stream().allMatch(one -> one.events() == null)) {
      return null;
    }
    EventColumns columns = new EventColumns(series.size(), times.length);
    for (int asset = 0; asset < series.size(); asset++) {
      Series one = series.get(asset);
      CorporateEvents events = one.events();
      for (int row = 0; events != null && row < one.length(); row++) {
        columns.set(asset, Arrays.binarySearch(times, one.closeTimes()[row]), events, row);
      }
    }
    return columns;
  }

  private static PerpetualColumns marks(List<Series> series, long[] rows, long[] times) {
    int assets = series.size();
    PerpetualColumns columns = new PerpetualColumns(assets, times.length);
    for (int asset = 0; asset < assets; asset++) {
      Series one = series.get(asset);
      MarkAndFunding marks = one.perpetual();
      int row = 0;
      long last = 0;
      for (int bar = 0; bar < times.length; bar++) {
        int at = (bar * assets + asset) * MarketData.FIELDS;
        boolean traded = rows[at + MarketData.TRADED] != 0;
        // Between bars the interval of the bar before is in force, before the first that of the
        // first.
        int known = Math.max(0, traded ? row : row - 1);
        columns.interval(asset, bar, marks == null ? 0 : marks.interval()[known]);
        if (marks == null) {
          columns.set(
              asset,
              bar,
              rows[at + MarketData.HIGH],
              rows[at + MarketData.LOW],
              rows[at + MarketData.CLOSE],
              0);
        } else if (traded) {
          last = one.instrument().toTicks(marks.close()[row]);
          columns.set(
              asset,
              bar,
              Math.max(last, one.instrument().toTicks(marks.high()[row])),
              Math.min(last, one.instrument().toTicks(marks.low()[row])),
              last,
              marks.funding()[row]);
        } else {
          columns.set(asset, bar, last, last, last, 0);
        }
        row += traded ? 1 : 0;
      }
    }
    return columns;
  }

  private static void fill(long[] rows, int first, int stride, Series series, long[] times) {
    Instrument instrument = series.instrument();
    double lotsPerUnit = lotsPerUnit(instrument);
    int row = 0;
    long last = 0;
    for (int bar = 0; bar < times.length; bar++) {
      int at = first + bar * stride;
      boolean traded = row < series.length() && series.closeTimes()[row] == times[bar];
      long open = traded ? instrument.toTicks(series.open()[row]) : last;
      long close = traded ? instrument.toTicks(series.close()[row]) : last;
      // Rounding to ticks must not push open or close outside the bar.
      long top = Math.max(open, close);
      long bottom = Math.min(open, close);
      rows[at + MarketData.OPEN] = open;
      rows[at + MarketData.HIGH] =
          traded ? Math.max(top, instrument.toTicks(series.high()[row])) : last;
      rows[at + MarketData.LOW] =
          traded ? Math.min(bottom, instrument.toTicks(series.low()[row])) : last;
      rows[at + MarketData.CLOSE] = close;
      rows[at + MarketData.VOLUME] =
          traded ? (long) Math.min(MOST_LOTS, Math.floor(series.volume()[row] * lotsPerUnit)) : 0;
      rows[at + MarketData.TRADED] = traded ? 1 : 0;
      last = close;
      row += traded ? 1 : 0;
    }
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
