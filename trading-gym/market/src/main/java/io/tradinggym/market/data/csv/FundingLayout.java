package io.tradinggym.market.data.csv;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a file of funding rates has its columns.
 *
 * @param first line of rates, 0-based
 * @param separator of cells
 * @param time column of the stamp
 * @param rate column of the rate
 * @param symbol column of the contract; -1 if there is none
 * @param hours column of the interval in hours; -1 if there is none
 * @param daily whether rates are means of a day
 */
record FundingLayout(
    int first, char separator, int time, int rate, int symbol, int hours, boolean daily) {
  private static final List<String> TIMES =
      List.of(
          "timestamp",
          "date",
          "time",
          "datetime",
          "calc_time",
          "fundingtime",
          "fundingratetimestamp");

  private static final List<String> RATES =
      List.of("funding_rate", "fundingrate", "last_funding_rate", "funding", "rate");

  private static final List<String> SYMBOLS =
      List.of("symbol", "ticker", "pair", "coin", "instid", "instrument");

  private static final List<String> HOURS =
      List.of("funding_interval_hours", "fundingintervalhours", "interval_hours");

  static @Nullable FundingLayout of(String name, String header) {
    char separator = Cells.separator(header);
    List<String> cells = List.of(Cells.split(header.toLowerCase(Locale.ROOT), separator));
    if (!header.matches("(?s).*[A-Za-z].*")) {
      return cells.size() == 2 ? new FundingLayout(0, separator, 0, 1, -1, -1, false) : null;
    }
    int time = find(cells, TIMES);
    int mean = cells.indexOf("funding_mean");
    int rate = find(cells, RATES);
    if (rate < 0 && name.toLowerCase(Locale.ROOT).contains("funding")) {
      rate = cells.indexOf("open");
    }
    if (time < 0 || (rate < 0 && mean < 0)) {
      return null;
    }
    return new FundingLayout(
        1,
        separator,
        time,
        rate >= 0 ? rate : mean,
        find(cells, SYMBOLS),
        find(cells, HOURS),
        rate < 0);
  }

  private static int find(List<String> cells, List<String> names) {
    return names.stream().mapToInt(cells::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
  }

  /** The cell of a column; empty if the file or the line has none. */
  static String cell(String[] cells, int column) {
    return column >= 0 && column < cells.length ? cells[column] : "";
  }
}
