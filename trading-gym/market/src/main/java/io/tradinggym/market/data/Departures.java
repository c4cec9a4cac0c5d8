package io.tradinggym.market.data;

import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.instrument.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * Which assets of a history have left the market for good. Files do not say; the rule is that an asset is gone after
 * its last bar if it has missed at least {@value #SESSIONS} sessions of its own market by the end of the data. A halt,
 * a weekend beside coins that trade on, and a file that ends a few days before the others are no departure.
 */
final class Departures {
  /** Sessions of a trading week: halts are mostly shorter, and who is gone stays away longer. */
  static final int SESSIONS = 5;

  private static final int NEVER = Integer.MAX_VALUE;

  private Departures() {}

  /** The first bar from which on each asset is gone. */
  static int[] of(List<Series> series, long[] times) {
    int[] gone = new int[series.size()];
    for (int asset = 0; asset < gone.length; asset++) {
      gone[asset] = of(series.get(asset), times);
    }
    return gone;
  }

  private static int of(Series series, long[] times) {
    if (series.length() == 0) {
      return NEVER;
    }
    long last = series.closeTimes()[series.length() - 1];
    Instrument instrument = series.instrument();
    MarketCalendar calendar = Market.calendarOf(List.of(instrument));
    LocalDate end = date(times[times.length - 1]);
    int missed = 0;
    for (LocalDate day = date(last).plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
      missed += calendar.isSession(day) ? 1 : 0;
      if (missed == SESSIONS) {
        return Arrays.binarySearch(times, last) + 1;
      }
    }
    return NEVER;
  }

  private static LocalDate date(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The same bars counted from another one on. */
  static int[] from(int[] gone, int first) {
    return Arrays.stream(gone)
        .map(bar -> bar == NEVER ? NEVER : Math.max(0, bar - first))
        .toArray();
  }
}
