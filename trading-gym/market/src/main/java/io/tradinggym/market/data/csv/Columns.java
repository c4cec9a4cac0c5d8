package io.tradinggym.market.data.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the columns of a file are, -1 for those it lacks. Found by name in any order and case; what is not known is
 * passed over.
 */
record Columns(
    int time,
    int open,
    int high,
    int low,
    int close,
    int adjusted,
    int volume,
    int dividend,
    int split) {
  private static final List<String> TIMES =
      List.of("date", "datetime", "time", "timestamp", "unix", "open_time", "");

  /** The columns that a header names; nothing if it is not the header of bars. */
  static Optional<Columns> named(String[] header) {
    Columns columns =
        new Columns(
            time(header),
            find(header, "open"),
            find(header, "high"),
            find(header, "low"),
            find(header, "close"),
            find(header, "adjclose"),
            find(header, "volume"),
            find(header, "dividends"),
            find(header, "stocksplits"));
    boolean complete =
        columns.time >= 0
            && columns.open >= 0
            && columns.high >= 0
            && columns.low >= 0
            && columns.close >= 0;
    return complete ? Optional.of(columns) : Optional.empty();
  }

  /** The usual order of a file without a header; nothing if so many cells cannot be bars. */
  static Optional<Columns> usual(int cells) {
    return switch (cells) {
      case 5 -> Optional.of(new Columns(0, 1, 2, 3, 4, -1, -1, -1, -1));
      case 6 -> Optional.of(new Columns(0, 1, 2, 3, 4, -1, 5, -1, -1));
      case 7 -> Optional.of(new Columns(0, 1, 2, 3, 4, 5, 6, -1, -1));
      default -> Optional.empty();
    };
  }

  private static int time(String[] header) {
    for (String name : TIMES) {
      int at = find(header, name.replace("_", ""));
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static int find(String[] header, String name) {
    for (int i = 0; i < header.length; i++) {
      String cell = header[i].strip().toLowerCase(Locale.ROOT).replaceAll("[ _<>\"]", "");
      if (cell.equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
