package io.tradinggym.market.data.csv;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a file of funding rates has time and rate.
 *
 * @param first line of rates, 0-based
 * @param daily whether rates are means of a day
 */
record FundingLayout(int first, int time, int rate, boolean daily) {
  static @Nullable FundingLayout of(String name, String header) {
    String[] cells = header.toLowerCase(Locale.ROOT).split("[,;\t]", -1);
    if (!header.matches("(?s).*[A-Za-z].*")) {
      return cells.length == 2 ? new FundingLayout(0, 0, 1, false) : null;
    }
    int time = find(cells, "timestamp", "date", "time", "datetime", "calc_time", "fundingtime");
    int mean = find(cells, "funding_mean");
    int rate = find(cells, "funding_rate", "fundingrate", "last_funding_rate", "funding", "rate");
    if (rate < 0 && name.toLowerCase(Locale.ROOT).contains("funding")) {
      rate = find(cells, "open");
    }
    if (time < 0 || (rate < 0 && mean < 0)) {
      return null;
    }
    return new FundingLayout(1, time, rate >= 0 ? rate : mean, rate < 0);
  }

  private static int find(String[] cells, String... names) {
    for (String name : names) {
      for (int i = 0; i < cells.length; i++) {
        if (cells[i].strip().equals(name)) {
          return i;
        }
      }
    }
    return -1;
  }
}
