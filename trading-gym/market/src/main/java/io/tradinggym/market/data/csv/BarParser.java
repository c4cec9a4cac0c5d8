package io.tradinggym.market.data.csv;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the lines of a file into rows and tells what could not be read. */
final class BarParser {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** Hours in which New York trades, before and after the session included; other hours are of another market. */
  private static final int FIRST_HOUR = 4;

  private static final int LAST_HOUR = 20;

  /** By so much two cents more or less change an adjusted close of half a dollar. */
  private static final double MOST_ROUNDING = 0.05;

  /** A header stands among the first so many lines. */
  private static final int HEAD = 10;

  /** Tickers that a message names at most. */
  private static final int SHOWN = 5;

  private static final long DAY = 86_400_000L;
  private static final int FRIDAY = DayOfWeek.FRIDAY.getValue();

  /** So many days in a row have a weekend among them where the market never closes. */
  private static final int WEEK = 7;

  private final String file;
  private final boolean marks;
  private final @Nullable String ticker;
  private final @Nullable ZoneId zone;
  private final List<Row> rows = new ArrayList<>();
  private final List<Stamp> stamps = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final Set<String> tickers = new LinkedHashSet<>();
  private boolean daily;
  private boolean volumes;
  private NumberStyle style = NumberStyle.POINT;
  private @Nullable Columns columns;

  /**
   * A parser of one file.
   *
   * @param marks whether volumes are passed over
   * @param ticker of the rows wanted; null for all
   * @param zone of times without an offset; null for New York where they are those of a session, else UTC
   */
  BarParser(String file, boolean marks, @Nullable String ticker, @Nullable ZoneId zone) {
    this.file = file;
    this.marks = marks;
    this.ticker = ticker;
    this.zone = zone;
  }

  List<Row> rows() {
    return rows;
  }

  List<Defect> defects() {
    return defects;
  }

  /** Whether all stamps are days. */
  boolean daily() {
    return daily;
  }

  /** Whether there is a column of traded quantities. */
  boolean hasVolumes() {
    return volumes;
  }

  /** The names in the column of tickers, in order of first appearance; empty if there is none. */
  Set<String> tickers() {
    return tickers;
  }

  void parse(List<String> lines) {
    parse(lines, 0);
  }

  /** The same of lines of which the first so many do not stand in the file. */
  void parse(List<String> lines, int added) {
    int first = firstTable(lines);
    int to = first < 0 ? Math.min(lines.size(), HEAD) : first;
    boolean headless = first < 0 || !isHeader(lines.get(first));
    if (headless && namesOtherColumns(lines, to)) {
      return;
    }
    if (first < 0) {
      defect(
          Defect.Kind.NO_HEADER,
          1,
          "no line names the columns; expected Date,Open,High,Low,Close,Volume in any order,"
              + " separated by commas, semicolons or tabs, in UTF-8");
      return;
    }
    char separator = Cells.separator(lines.get(first));
    String[] cells = Cells.split(lines.get(first), separator);
    Columns found = Columns.named(cells).orElse(null);
    boolean named = found != null;
    if (found == null) {
      found = Columns.usual(cells.length, isClock(cells)).orElseThrow();
      defect(
          Defect.Kind.NO_HEADER,
          first + 1,
          "bars begin without a line that names the columns; expected"
              + " Date,Open,High,Low,Close,Volume");
    }
    columns = found;
    if (Columns.repeats(cells)) {
      defect(
          Defect.Kind.PANEL,
          first + 1,
          "columns of prices stand there more than once: a table of several tickers side by side;"
              + " expected one file for each, or one row for each ticker and date");
      return;
    }
    volumes = !marks && found.volume() >= 0;
    junk(lines, first);
    String[][] table = table(lines, first, separator);
    style = style(table, found);
    if (!named && found.adjusted() >= 0 && !adjustsRarely(table, found)) {
      found = Columns.unadjusted(cells.length);
      columns = found;
    }
    Stamps reader = new Stamps(dayFirst(table, found));
    int begin = named ? first + 1 : first;
    // yfinance writes two more lines of its header: Ticker,SPY,SPY,... and Date,,,...
    while (named && begin < lines.size() && lines.get(begin).matches("(Ticker|Date),.*")) {
      begin++;
    }
    for (int i = begin; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        row(i + 1 - added, table[i - first], found, reader);
      }
    }
    setTimes();
  }

  /** The header, or without one the first line that reads like a bar. */
  private static int firstTable(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (isHeader(lines.get(i))) {
        return i;
      }
    }
    Stamps stamps = new Stamps(false);
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = Cells.split(lines.get(i), Cells.separator(lines.get(i)));
      if (Columns.usual(cells.length, isClock(cells)).isPresent()
          && stamps.parse(cells[0]).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isHeader(String line) {
    return Columns.named(Cells.split(line, Cells.separator(line))).isPresent();
  }

  /** Whether one of the first so many lines names some columns of bars only, or a ticker for each; told if so. */
  private boolean namesOtherColumns(List<String> lines, int to) {
    for (int i = 0; i < to; i++) {
      String[] cells = Cells.split(lines.get(i), Cells.separator(lines.get(i)));
      List<String> lacking = Columns.lacking(cells);
      if (!lacking.isEmpty()) {
        defect(
            Defect.Kind.COLUMNS,
            i + 1,
            "names columns of bars, but no "
                + String.join(", ", lacking)
                + "; expected Date,Open,High,Low,Close,Volume");
        return true;
      }
      List<String> tickers = Columns.sideBySide(cells);
      if (!tickers.isEmpty()) {
        defect(
            Defect.Kind.PANEL,
            i + 1,
            "has one column each for "
                + String.join(", ", tickers.subList(0, Math.min(SHOWN, tickers.size())))
                + (tickers.size() > SHOWN ? " ..." : "")
                + ", and bars have an open, a high, a low and a close; expected one file for each"
                + " ticker, or one row for each ticker and date");
        return true;
      }
    }
    return false;
  }

  private static boolean isClock(String[] cells) {
    return cells.length > 1 && cells[1].matches("\\d{1,2}:\\d{2}(:\\d{2})?");
  }

  private void junk(List<String> lines, int to) {
    for (int i = 0; i < to; i++) {
      if (!lines.get(i).isBlank()) {
        defect(
            Defect.Kind.JUNK_LINE,
            i + 1,
            "\"" + Cells.shown(lines.get(i)) + "\" is no row of bars");
      }
    }
  }

  /** The cells of all lines from the first of the table on. */
  private static String[][] table(List<String> lines, int first, char separator) {
    String[][] table = new String[lines.size() - first][];
    for (int i = 0; i < table.length; i++) {
      table[i] = Cells.split(lines.get(first + i), separator);
    }
    return table;
  }

  private static boolean dayFirst(String[][] table, Columns columns) {
    for (String[] cells : table) {
      if (columns.time() < cells.length && Stamps.needsDayFirst(cells[columns.time()])) {
        return true;
      }
    }
    return false;
  }

  private static NumberStyle style(String[][] table, Columns columns) {
    List<String> closes = new ArrayList<>();
    for (String[] cells : table) {
      if (columns.close() >= 0 && columns.close() < cells.length) {
        closes.add(cells[columns.close()]);
      }
    }
    return NumberStyle.of(closes);
  }

  /**
   * Whether a column may be adjusted closes: their ratio to the closes changes on few days. A file without a header may
   * have volumes there, and trades after them, as Kraken's has.
   */
  private boolean adjustsRarely(String[][] table, Columns at) {
    double last = Double.NaN;
    int changes = 0;
    int days = 0;
    for (String[] cells : table) {
      if (cells.length > at.last()) {
        double ratio = style.price(cells[at.adjusted()]) / style.price(cells[at.close()]);
        days += ratio > 0 ? 1 : 0;
        changes += Math.abs(ratio / last - 1) > MOST_ROUNDING ? 1 : 0;
        last = ratio;
      }
    }
    return 2 * changes < days;
  }

  private void row(int line, String[] cells, Columns at, Stamps reader) {
    if (cells.length <= at.last() || (cells.length > at.count() && hasMore(cells, at.count()))) {
      boolean few = cells.length <= at.last();
      defect(
          Defect.Kind.JUNK_LINE,
          line,
          "\""
              + Cells.shown(String.join(",", cells))
              + "\" is no row of bars: "
              + cells.length
              + " cells, "
              + at.count()
              + " expected"
              + (few && cells.length > 2 ? "; the " + at.name(cells.length) + " is missing" : ""));
      return;
    }
    if (at.ticker() >= 0) {
      tickers.add(cells[at.ticker()]);
      if (ticker != null && !ticker.equals(cells[at.ticker()])) {
        return;
      }
    }
    String text = at.clock() < 0 ? cells[at.time()] : cells[at.time()] + " " + cells[at.clock()];
    Optional<Stamp> stamp = reader.stamp(text);
    if (stamp.isEmpty()) {
      defect(
          Defect.Kind.BAD_DATE,
          line,
          text.isBlank()
              ? "the date is missing"
              : "\"" + Cells.shown(text) + "\" is no date such as 2005-01-03");
      return;
    }
    double[] quotes = at.quotes() == null ? null : numbers(line, cells, at, at.quotes().places());
    double[] own =
        at.hasPrices()
            ? numbers(line, cells, at, at.open(), at.high(), at.low(), at.close())
            : null;
    if ((at.hasPrices() && own == null) || (at.quotes() != null && quotes == null)) {
      return;
    }
    Quote quote = quotes == null ? null : quote(quotes);
    Quote.Side prices = own == null ? Objects.requireNonNull(quote).middle() : side(own, 0);
    double volume = volumes ? style.quantity(cells[at.volume()]) : 0;
    if (Double.isNaN(volume)) {
      bad(line, "volume", cells[at.volume()]);
      return;
    }
    double adjusted = at.adjusted() < 0 ? Double.NaN : style.price(cells[at.adjusted()]);
    if (at.adjusted() >= 0 && Double.isNaN(adjusted)) {
      bad(line, "adjusted close", cells[at.adjusted()]);
      return;
    }
    for (int column : new int[] {at.dividend(), at.split()}) {
      if (column >= 0 && !isAbsent(cells[column]) && Double.isNaN(style.price(cells[column]))) {
        bad(line, at.name(column), cells[column]);
        return;
      }
    }
    stamps.add(stamp.get());
    rows.add(
        new Row(
            line,
            0,
            prices.open(),
            prices.high(),
            prices.low(),
            prices.close(),
            adjusted,
            volume,
            optional(cells, at.dividend()),
            optional(cells, at.split()),
            quote));
  }

  /** The numbers in some cells; null, and told, if one is none. */
  private double @Nullable [] numbers(int line, String[] cells, Columns at, int... places) {
    double[] numbers = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      numbers[i] = style.price(cells[places[i]]);
      if (Double.isNaN(numbers[i])) {
        bad(line, at.name(places[i]), cells[places[i]]);
        return null;
      }
    }
    return numbers;
  }

  private static Quote quote(double[] prices) {
    return new Quote(side(prices, 0), side(prices, 4));
  }

  private static Quote.Side side(double[] prices, int from) {
    return new Quote.Side(prices[from], prices[from + 1], prices[from + 2], prices[from + 3]);
  }

  private static boolean hasMore(String[] cells, int from) {
    for (int i = from; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void bad(int line, String name, String cell) {
    defect(
        Defect.Kind.BAD_NUMBER,
        line,
        name + " is \"" + Cells.shown(cell) + "\", expected a number such as 103.25");
  }

  /** A file of midnights, or of one stamp a session, is one of days, in whatever zone; else stamps are instants. */
  private void setTimes() {
    toMinutes();
    daily = stamps.stream().allMatch(Stamp::isMidnight);
    boolean midnightInNewYork =
        !daily && !stamps.isEmpty() && stamps.stream().allMatch(BarParser::isMidnightInNewYork);
    ZoneId local = zone();
    boolean sessions = !daily && !midnightInNewYork && isOnePerSession(local);
    long[] instants = instants(local);
    for (int i = 0; i < rows.size(); i++) {
      Stamp stamp = stamps.get(i);
      long time = daily || sessions ? stamp.day() : instants[i];
      if (midnightInNewYork) {
        time = LocalDate.ofInstant(Instant.ofEpochMilli(time), NEW_YORK).toEpochDay() * DAY;
      }
      rows.set(i, rows.get(i).at(time));
    }
    daily |= midnightInNewYork || sessions;
  }

  /** Bars of minutes and more whose stamps are milliseconds off are of the minute. */
  private void toMinutes() {
    long whole = stamps.stream().map(Stamp::toMinute).distinct().count();
    if (whole == stamps.stream().distinct().count()
        && stamps.stream().allMatch(Stamp::isNearMinute)) {
      stamps.replaceAll(Stamp::toMinute);
    }
  }

  /** Whether every stamp is of a weekday of its own, when a session opens or closes. */
  private boolean isOnePerSession(ZoneId local) {
    Set<Long> days = new HashSet<>();
    for (Stamp stamp : stamps) {
      int weekday = stamp.local().getDayOfWeek().getValue();
      long clock = Math.floorMod(stamp.instant(local), DAY);
      if (weekday > FRIDAY || clock > CloseTimes.SESSION_END || !days.add(stamp.day())) {
        return false;
      }
    }
    return stamps.size() >= WEEK;
  }

  /** Of the hour that a zone's clocks go through twice the second time is the later, in files of either order. */
  private long[] instants(ZoneId local) {
    int n = stamps.size();
    long[] instants = stamps.stream().mapToLong(stamp -> stamp.instant(local)).toArray();
    boolean descends = n > 1 && instants[0] > instants[n - 1];
    for (int i = 1; i < n; i++) {
      int at = descends ? n - 1 - i : i;
      long before = instants[descends ? at + 1 : at - 1];
      long later = stamps.get(at).laterInstant(local);
      if (instants[at] <= before && later > before) {
        instants[at] = later;
      }
    }
    return instants;
  }

  private static boolean isMidnightInNewYork(Stamp stamp) {
    return stamp.offset() != null
        && Instant.ofEpochMilli(stamp.instant(ZoneOffset.UTC))
            .atZone(NEW_YORK)
            .toLocalTime()
            .equals(LocalTime.MIN);
  }

  private ZoneId zone() {
    if (columns != null && columns.zone() != null) {
      return columns.zone();
    }
    if (zone != null) {
      return zone;
    }
    boolean session =
        stamps.stream()
            .mapToInt(stamp -> stamp.local().getHour())
            .allMatch(hour -> hour >= FIRST_HOUR && hour <= LAST_HOUR);
    return session ? NEW_YORK : ZoneOffset.UTC;
  }

  private double optional(String[] cells, int at) {
    double value = at < 0 ? 0 : style.price(cells[at]);
    return Double.isNaN(value) ? 0 : value;
  }

  private static boolean isAbsent(String cell) {
    return cell.isEmpty() || cell.equalsIgnoreCase("nan") || cell.equalsIgnoreCase("null");
  }

  private void defect(Defect.Kind kind, int line, String message) {
    defects.add(new Defect(kind, file, line, message));
  }
}
