package io.tradinggym.market.data.csv;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a file are, -1 for those it lacks. Found by name in any order and case; what is not known is
 * passed over.
 *
 * @param time of dates, or dates with times
 * @param clock of times of day where they stand in a column of their own
 * @param ticker of names, where a file holds more than one asset
 * @param count how many columns the file has
 * @param quotes of bid and ask; null if the file has none
 * @param zone that the name of the time column states; null if it states none
 */
record Columns(
    int time,
    int clock,
    int ticker,
    int open,
    int high,
    int low,
    int close,
    int adjusted,
    int volume,
    int dividend,
    int split,
    int count,
    @Nullable QuotePlaces quotes,
    @Nullable ZoneId zone) {
  /** Names of times, the most telling first. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?:gmt|utc|local|est|et|newyork)?(date|datetime|dateandtime|time|timestamp|ts|unix|unixtime|unixtimestamp"
              + "|opentime|timeopen|windowstart|start|starttime|timestart|candletime|bartime)(utc|gmt|est|et|newyork|ms)?");

  private static final List<String> ORDER =
      List.of("date", "datetime", "dateandtime", "time", "timestamp", "unix", "opentime");

  /** A ticker: upper case, with a letter. */
  private static final Pattern SYMBOL = Pattern.compile("(?=.*[A-Z])[A-Z0-9.^=/-]{1,12}");

  private static final List<String> PRICES = List.of("open", "high", "low", "close");
  private static final List<String> TICKERS =
      List.of("tic", "ticker", "symbol", "code", "asset", "name");
  private static final List<String> VOLUMES =
      List.of(
          "volume",
          "vol",
          "realvolume",
          "tickvolume",
          "tickvol",
          "basevolume",
          "volumebase",
          "totaltradedquantity");

  /** Of a line as Binance exports it: the bar, its end, turnover, trades, the buyers' part, and a 0. */
  private static final int KLINE_CELLS = 12;

  /** Currencies that prices are quoted in: a volume in them is turnover, not quantity. */
  private static final Pattern TURNOVER =
      Pattern.compile("volume(usd|usdt|usdc|busd|tusd|eur|gbp|jpy|quote|dollars?)");

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** The columns that a header names; nothing if it is not the header of bars. */
  static Optional<Columns> named(String[] header) {
    String[] names = Arrays.stream(header).map(Columns::plain).toArray(String[]::new);
    int time = time(names);
    int date = find(names, "date");
    int clock = date >= 0 ? find(names, "time") : -1;
    Columns columns =
        new Columns(
            time,
            clock == time ? -1 : clock,
            find(names, TICKERS.toArray(String[]::new)),
            find(names, "open", "openprice"),
            find(names, "high", "highprice"),
            find(names, "low", "lowprice"),
            close(names, time),
            find(names, "adjclose", "adjustedclose", "closeadj"),
            volume(names),
            find(names, "dividends", "dividend", "dividendamount", "divcash"),
            find(names, "stocksplits", "stocksplit", "splitcoefficient", "splitfactor", "splits"),
            header.length,
            QuotePlaces.named(names),
            time < 0 ? null : zone(names[time]));
    boolean complete =
        columns.time >= 0
            && (columns.quotes != null
                || (columns.open >= 0
                    && columns.high >= 0
                    && columns.low >= 0
                    && columns.close >= 0));
    return complete ? Optional.of(columns) : Optional.empty();
  }

  /** Some vendors call the close the price. */
  private static int close(String[] names, int time) {
    int close = find(names, "close", "closelast", "closeprice", "last");
    int price = find(names, "price");
    return close < 0 && price != time ? price : close;
  }

  /** What the header of bars that names only some of their columns lacks; empty if it is none. */
  static List<String> lacking(String[] header) {
    List<String> names = Arrays.stream(header).map(Columns::plain).toList();
    List<String> missing = PRICES.stream().filter(name -> !names.contains(name)).toList();
    boolean dated = names.stream().anyMatch(ORDER::contains);
    int enough = dated ? 1 : PRICES.size() / 2;
    return PRICES.size() - missing.size() < enough ? List.of() : missing;
  }

  /** The tickers that a header of dates and one column each names, as tables of closes have it; else empty. */
  static List<String> sideBySide(String[] header) {
    List<String> tickers = Arrays.stream(header).skip(1).map(String::strip).toList();
    String first = plain(header[0]);
    boolean all =
        (ORDER.contains(first) || first.isEmpty())
            && tickers.stream().allMatch(each -> SYMBOL.matcher(each).matches())
            && tickers.stream().map(Columns::plain).noneMatch(Columns::isKnown);
    return all ? tickers : List.of();
  }

  private static boolean isKnown(String name) {
    return PRICES.contains(name) || VOLUMES.contains(name) || TICKERS.contains(name);
  }

  /**
   * The usual order of a file without a header; nothing if so many cells cannot be bars.
   *
   * @param clock whether the second cell is a time of day, as MetaTrader writes it
   */
  static Optional<Columns> usual(int cells, boolean clock) {
    if (clock) {
      return cells == 6 || cells == 7
          ? Optional.of(usual(cells, 1, 2, -1, cells == 7 ? 6 : -1))
          : Optional.empty();
    }
    return switch (cells) {
      case 5 -> Optional.of(usual(cells, -1, 1, -1, -1));
      case 6 -> Optional.of(usual(cells, -1, 1, -1, 5));
      case 7 -> Optional.of(usual(cells, -1, 1, 5, 6));
      case QuotePlaces.CELLS -> Optional.of(quoted());
      case KLINE_CELLS -> Optional.of(unadjusted(cells));
      default -> Optional.empty();
    };
  }

  private static Columns usual(int cells, int clock, int open, int adjusted, int volume) {
    return new Columns(
        0, clock, -1, open, open + 1, open + 2, open + 3, adjusted, volume, -1, -1, cells, null,
        null);
  }

  /** The usual order of a file without a header that holds no adjusted closes: volumes follow the closes. */
  static Columns unadjusted(int cells) {
    return usual(cells, -1, 1, -1, 5);
  }

  /** Quotes as Lean orders them. */
  private static Columns quoted() {
    return new Columns(
        0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, QuotePlaces.CELLS, QuotePlaces.USUAL, null);
  }

  /** Whether there are prices beside bid and ask. */
  boolean hasPrices() {
    return open >= 0 && high >= 0 && low >= 0 && close >= 0;
  }

  /** The last cell that a row must have. */
  int last() {
    int last = Math.max(Math.max(time, clock), Math.max(open, close));
    last = Math.max(last, Math.max(high, low));
    last = Math.max(last, Math.max(volume, ticker));
    last = Math.max(last, quotes == null ? -1 : quotes.last());
    return Math.max(last, Math.max(adjusted, Math.max(dividend, split)));
  }

  /** The name of a column, as messages say it. */
  String name(int column) {
    String quote = quotes == null ? null : quotes.name(column);
    if (quote != null) {
      return quote;
    }
    return column == time || column == clock
        ? "time"
        : column == ticker
            ? "ticker"
            : column == open
                ? "open"
                : column == high
                    ? "high"
                    : column == low
                        ? "low"
                        : column == close
                            ? "close"
                            : column == adjusted
                                ? "adjusted close"
                                : column == volume
                                    ? "volume"
                                    : column == dividend
                                        ? "dividend"
                                        : column == split ? "split" : "column " + (column + 1);
  }

  private static String plain(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT).replaceAll("[ _<>\"()./\\-]", "");
  }

  private static int time(String[] names) {
    for (String name : ORDER) {
      int at = find(names, name);
      if (at >= 0) {
        return at;
      }
    }
    for (int i = 0; i < names.length; i++) {
      if (TIME.matcher(names[i]).matches()) {
        return i;
      }
    }
    // yfinance names its first column after what the others hold
    return Math.max(find(names, ""), names.length > 0 && names[0].equals("price") ? 0 : -1);
  }

  /** Whether a header names prices twice. */
  static boolean repeats(String[] header) {
    List<String> names = Arrays.stream(header).map(Columns::plain).toList();
    return List.of("open", "high", "low", "close").stream()
        .anyMatch(name -> names.indexOf(name) != names.lastIndexOf(name));
  }

  private static @Nullable ZoneId zone(String name) {
    if (name.startsWith("utc") || name.startsWith("gmt")) {
      return ZoneOffset.UTC;
    }
    Matcher time = TIME.matcher(name);
    if (!time.matches() || time.group(2) == null || time.group(2).equals("ms")) {
      return null;
    }
    return time.group(2).equals("utc") || time.group(2).equals("gmt") ? ZoneOffset.UTC : NEW_YORK;
  }

  /** Traded quantity; turnover in a currency is not taken for it. */
  private static int volume(String[] names) {
    int known = find(names, VOLUMES.toArray(String[]::new));
    if (known >= 0) {
      return known;
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("volume") && !TURNOVER.matcher(names[i]).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static int find(String[] names, String... wanted) {
    for (String name : wanted) {
      int at = List.of(names).indexOf(name);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }
}
