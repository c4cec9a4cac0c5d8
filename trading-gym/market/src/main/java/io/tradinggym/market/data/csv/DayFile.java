package io.tradinggym.market.data.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of one day whose stamps are milliseconds since its midnight, UTC; the day is in the file's name. */
final class DayFile {
  private static final Pattern DAY = Pattern.compile("(?<!\\d)((?:19|20)\\d{6})(?!\\d)");
  private static final Pattern SINCE_MIDNIGHT = Pattern.compile("(\\d{1,8})([,;\t].*)");
  static final String HEADER = "timestamp,open,high,low,close,volume";
  static final String QUOTES =
      "timestamp,bid_open,bid_high,bid_low,bid_close,bid_size,"
          + "ask_open,ask_high,ask_low,ask_close,ask_size";
  private static final int COLUMNS = 6;
  private static final long DAY_MILLIS = 86_400_000L;

  private DayFile() {}

  /** The lines with epoch milliseconds in place of milliseconds of the day; other files as they are. */
  static List<String> dated(String name, List<String> lines) {
    Matcher day = DAY.matcher(name);
    if (lines.isEmpty() || !day.find()) {
      return lines;
    }
    boolean named = lines.getFirst().startsWith("ms,");
    List<String> rows = named ? lines.subList(1, lines.size()) : lines;
    int columns = rows.isEmpty() ? 0 : rows.getFirst().split("[,;\t]", -1).length;
    boolean bars = columns == COLUMNS || columns == QuotePlaces.CELLS;
    if (!bars || !rows.stream().allMatch(DayFile::isOfDay)) {
      return lines;
    }
    try {
      long midnight =
          LocalDate.parse(day.group(1), DateTimeFormatter.BASIC_ISO_DATE)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .toEpochMilli();
      List<String> dated = new ArrayList<>();
      dated.add(columns == COLUMNS ? HEADER : QUOTES);
      for (String row : rows) {
        Matcher cells = SINCE_MIDNIGHT.matcher(row);
        dated.add(
            cells.matches() ? midnight + Long.parseLong(cells.group(1)) + cells.group(2) : row);
      }
      return dated;
    } catch (DateTimeException e) {
      return lines;
    }
  }

  private static boolean isOfDay(String row) {
    Matcher cells = SINCE_MIDNIGHT.matcher(row);
    return row.isBlank() || (cells.matches() && Long.parseLong(cells.group(1)) < DAY_MILLIS);
  }
}
