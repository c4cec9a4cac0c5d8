package io.tradinggym.market.data.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Minutes of a share on one day as QuantConnect Lean keeps them, plain or zipped, the day in the file's name:
 *
 * <pre>
 *   20140605_trade.zip, 20140605_aapl_minute_trade.csv   milliseconds,open,high,low,close,volume
 *   20140605_quote.zip, 20140605_aapl_minute_quote.csv   milliseconds,bid open .. close,size,ask open .. close,size
 * </pre>
 *
 * <p>Milliseconds count from midnight in New York, prices are whole ten-thousandths of a dollar. Whole minutes and
 * whole prices in most rows are what the format is known by, never how high a price is. Rows that are not so are left
 * as they are, to be named by whoever reads them as bars.
 */
final class LeanDay {
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** Digits of a price behind its point. */
  private static final int SCALE = 4;

  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;
  private static final Pattern NAME = Pattern.compile("(?<!\\d)((?:19|20)\\d{6})_.*");
  private static final String PRICES = "\\d*,\\d*,\\d*,\\d*";
  private static final Pattern TRADES = Pattern.compile("(\\d{1,8}),(" + PRICES + "),([\\d.]*)");
  private static final Pattern QUOTES =
      Pattern.compile("(\\d{1,8}),(" + PRICES + "),([\\d.]*),(" + PRICES + "),([\\d.]*)");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private LeanDay() {}

  /** Lines with a header, times of New York and prices in dollars; null if the file is no such day. */
  static @Nullable List<String> read(String name, List<String> lines) {
    LocalDate day = day(name);
    if (day == null) {
      return null;
    }
    boolean quotes = most(lines, QUOTES);
    if (!quotes && !most(lines, TRADES)) {
      return null;
    }
    List<String> read = new ArrayList<>(lines.size() + 1);
    read.add(quotes ? DayFile.QUOTES : DayFile.HEADER);
    for (String line : lines) {
      Matcher cells = row(line, quotes ? QUOTES : TRADES);
      read.add(cells == null ? line : row(day, cells));
    }
    return read;
  }

  private static @Nullable LocalDate day(String name) {
    Matcher dated = NAME.matcher(name);
    try {
      return dated.matches()
          ? LocalDate.parse(dated.group(1), DateTimeFormatter.BASIC_ISO_DATE)
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean most(List<String> lines, Pattern format) {
    long rows = lines.stream().filter(line -> !line.isBlank()).count();
    return 2 * lines.stream().filter(line -> row(line, format) != null).count() > rows;
  }

  private static @Nullable Matcher row(String line, Pattern format) {
    Matcher cells = format.matcher(line.strip());
    if (!cells.matches()) {
      return null;
    }
    long time = Long.parseLong(cells.group(1));
    return time < DAY && time % MINUTE == 0 ? cells : null;
  }

  private static String row(LocalDate day, Matcher cells) {
    LocalDateTime time = day.atStartOfDay().plusSeconds(Long.parseLong(cells.group(1)) / 1000);
    StringBuilder row = new StringBuilder(STAMP.format(time));
    for (int group = 2; group <= cells.groupCount(); group++) {
      boolean prices = group % 2 == 0;
      for (String cell : cells.group(group).split(",", -1)) {
        row.append(',').append(prices ? dollars(cell) : cell);
      }
    }
    return row.toString();
  }

  private static String dollars(String cell) {
    return cell.isEmpty() ? cell : new BigDecimal(cell).movePointLeft(SCALE).toPlainString();
  }
}
