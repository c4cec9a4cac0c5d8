package io.tradinggym.options.chain;

import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.market.data.csv.Cells;
import io.tradinggym.market.data.csv.Decimal;
import io.tradinggym.options.pricing.OptionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a chain file, as they stand there. */
final class ChainParser {
  private static final Pattern DATE = Pattern.compile("(?<!\\d)(20\\d{6})(?!\\d)");
  private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}.*$");
  private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

  /** Sources write nearly nothing where they could not compute a volatility. */
  private static final double NO_VOLATILITY = 1e-3;

  private static final double LEAN_UNITS = 10_000;

  /** Columns of the price of the underlying. */
  private static final List<String> UNDERLYING =
      List.of("underlying", "underlyingprice", "underlyinglast", "stockprice", "spot");

  /** Nobody keeps quotes for longer than this without a trade in any of them. */
  private static final long LONGEST_WITHOUT_TRADE = 10;

  /** Strikes and prices are kept in cents of 31 bits. */
  private static final double HIGHEST = 1e7;

  private static final int LARGEST_SIZE = 1_000_000;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;
  private static final long DAY = 86_400_000L;
  private static final long MINUTE = 60_000;
  private static final Nyse NYSE = new Nyse();

  private final String name;
  private final List<String> lines;
  private final List<String> header;
  private final ChainLayout layout;
  private final char separator;
  private double underlying = Double.NaN;
  private int unreadable;
  private @Nullable String firstUnreadable;

  ChainParser(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
    if (lines.isEmpty()) {
      throw new BadChainException(name + " is empty; it should begin with a line of column names");
    }
    header = ChainLayout.header(lines.getFirst());
    separator = Cells.separator(lines.getFirst());
    layout = recognise();
  }

  private ChainLayout recognise() {
    for (ChainLayout known : ChainLayout.values()) {
      if (known.matches(header)) {
        return known;
      }
    }
    throw new BadChainException(
        name
            + ":1: no known layout of an option chain; known are Yahoo"
            + " (contractSymbol,lastTradeDate,strike,bid,ask,...), OptionLab"
            + " (Type,Strike,Bid,Ask,Expiration), Lean universe (#expiry,strike,right,...) and Lean"
            + " quotes of minutes and days; the columns are: "
            + shortened(lines.getFirst()));
  }

  ChainLayout layout() {
    return layout;
  }

  /** Price of the underlying, NaN if the file has none. */
  double underlying() {
    return underlying;
  }

  /** Rows that were passed over. */
  int unreadable() {
    return unreadable;
  }

  /** What was wrong with the first row that was passed over; null if none was. */
  @Nullable String firstUnreadable() {
    return firstUnreadable;
  }

  /**
   * All rows; of a file of many moments those of the last board that is complete.
   *
   * @param skip whether to pass over what cannot be read, instead of refusing the file
   * @param given the day that is wanted, of a file that holds several
   */
  List<ChainRow> parse(boolean skip, Optional<LocalDate> given) {
    List<ChainRow> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Fields fields = new Fields(name, i + 1, header, separator, lines.get(i));
      try {
        if (layout == ChainLayout.LEAN_UNIVERSE && fields.text("strike").isEmpty()) {
          underlying = fields.number("close");
        } else {
          rows.add(row(fields));
          priceOfUnderlying(fields);
        }
      } catch (BadChainException e) {
        if (!skip) {
          throw e;
        }
        unreadable++;
        firstUnreadable = firstUnreadable == null ? e.getMessage() : firstUnreadable;
      }
    }
    return layout.isOfManyMoments() ? LastBoard.of(name, rows, given) : rows;
  }

  /** The moment of the quotes. */
  Instant time(List<ChainRow> rows, Optional<LocalDate> given) {
    if (given.isPresent() && !layout.isOfManyMoments()) {
      return close(given.get());
    }
    long latest = rows.stream().mapToLong(ChainRow::traded).max().orElse(ChainRow.NEVER);
    Matcher date = DATE.matcher(name);
    boolean dated = date.find();
    if (latest != ChainRow.NEVER) {
      Instant time = Instant.ofEpochMilli(latest);
      if (dated && !layout.isOfManyMoments()) {
        requireNear(time, date.group(1));
      }
      return time;
    }
    if (!dated) {
      throw new BadChainException(
          name
              + ": no date of the quotes, neither in the rows nor in the file's name (yyyymmdd);"
              + " give one");
    }
    try {
      return close(LocalDate.parse(date.group(1), COMPACT));
    } catch (DateTimeParseException e) {
      throw new BadChainException(
          name + ": " + date.group(1) + " in the name is no date; give one");
    }
  }

  /** The last trade says when the quotes are of only where it is recent; a name may say otherwise. */
  private void requireNear(Instant traded, String digits) {
    LocalDate last = LocalDate.ofInstant(traded, ChainFile.NEW_YORK);
    try {
      LocalDate named = LocalDate.parse(digits, COMPACT);
      if (Math.abs(ChronoUnit.DAYS.between(last, named)) > LONGEST_WITHOUT_TRADE) {
        throw new BadChainException(
            name
                + ": the last trade was on "
                + last
                + ", the name says "
                + named
                + "; give the date of the quotes");
      }
    } catch (DateTimeParseException e) {
      // Eight digits that are no date say nothing.
    }
  }

  private ChainRow row(Fields fields) {
    fields.requireComplete();
    LocalDate expiry =
        date(
            fields,
            layout == ChainLayout.YAHOO || layout == ChainLayout.OPTIONLAB
                ? "expiration"
                : "expiry");
    double strike = fields.number("strike");
    if (!(strike > 0 && strike <= HIGHEST)) {
      throw fields.bad("strike", "a number > 0 and at most " + HIGHEST);
    }
    OptionType type = type(fields, header.contains("type") ? "type" : "right");
    boolean bars = layout.isOfManyMoments();
    double units = bars ? LEAN_UNITS : 1;
    boolean universe = layout == ChainLayout.LEAN_UNIVERSE;
    double volatility = fields.number("impliedvolatility");
    Identity.requireSame(fields, type, strike, expiry);
    return new ChainRow(
        fields.line(),
        type,
        strike,
        expiry,
        close(expiry),
        price(fields, bars ? "bidclose" : "bid") / units,
        price(fields, bars ? "askclose" : "ask") / units,
        price(fields, universe ? "close" : "lastprice"),
        count(fields, "volume"),
        count(fields, "openinterest"),
        volatility > NO_VOLATILITY ? volatility : Double.NaN,
        root(fields),
        size(fields),
        fields.text("currency").toUpperCase(Locale.ROOT),
        traded(fields));
  }

  /** What is beyond any price is no number of one. */
  private static double price(Fields fields, String column) {
    double price = fields.number(column);
    if (Math.abs(price) > HIGHEST * LEAN_UNITS) {
      throw fields.bad(column, "a price of at most " + HIGHEST);
    }
    return price;
  }

  private String root(Fields fields) {
    if (header.contains("contractsymbol")) {
      return Identity.root(fields.text("contractsymbol"));
    }
    return isPriced(fields) ? "" : fields.text("underlying").toUpperCase(Locale.ROOT);
  }

  /** Some files have the price of the underlying beside each contract, others its name. */
  private static boolean isPriced(Fields fields) {
    return Decimal.parse(fields.text("underlying")) > 0;
  }

  private void priceOfUnderlying(Fields fields) {
    for (String column : UNDERLYING) {
      double price = Decimal.parse(fields.text(column));
      underlying = price > 0 ? price : underlying;
    }
  }

  /** Yahoo names sizes; others give the number of units. */
  private static int size(Fields fields) {
    String column = fields.has("contractsize") ? "contractsize" : "multiplier";
    return switch (fields.text(column).toUpperCase(Locale.ROOT)) {
      case "", "REGULAR" -> Identity.STANDARD_SIZE;
      case "MINI" -> Identity.MINI_SIZE;
      default -> {
        double size = fields.number(column);
        if (!(size >= 1 && size <= LARGEST_SIZE && size == Math.rint(size))) {
          throw fields.bad(column, "REGULAR, MINI or a whole number of units");
        }
        yield (int) size;
      }
    };
  }

  /** The last moment of trading: the close of the day, or of the session before if there is none. */
  private static Instant close(LocalDate expiry) {
    return NYSE.close(NYSE.isSession(expiry) ? expiry : NYSE.previous(expiry));
  }

  /** Nothing traded is left blank in columns that count; without the column it is not known. */
  private double count(Fields fields, String column) {
    double value = fields.number(column);
    return Double.isNaN(value) && header.contains(column) ? 0 : value;
  }

  private static OptionType type(Fields fields, String column) {
    return switch (fields.text(column).toLowerCase(Locale.ROOT)) {
      case "c", "call", "calls" -> OptionType.CALL;
      case "p", "put", "puts" -> OptionType.PUT;
      default -> throw fields.bad(column, "call or put, or c or p");
    };
  }

  private static LocalDate date(Fields fields, String column) {
    // A time of day beside it is that of the last trade, which the exchange's rules say too.
    String text = TIME.matcher(fields.text(column)).replaceFirst("").replace('/', '-');
    try {
      LocalDate date =
          text.matches("\\d{9,10}")
              ? LocalDate.ofEpochDay(Long.parseLong(text) * 1000 / DAY)
              : text.contains("-") ? LocalDate.parse(text) : LocalDate.parse(text, COMPACT);
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (DateTimeParseException e) {
      throw fields.bad(column, "a date such as 2025-09-19 or 20250919");
    }
    throw fields.bad(column, "a date from " + FIRST_YEAR + " to " + LAST_YEAR);
  }

  private long traded(Fields fields) {
    return switch (layout) {
      case YAHOO -> lastTrade(fields);
      case LEAN_MINUTE -> {
        double time = fields.number("time");
        if (!(time >= 0 && time < DAY)) {
          throw fields.bad("time", "milliseconds of a day");
        }
        Instant midnight = date(fields, "day").atStartOfDay(ChainFile.NEW_YORK).toInstant();
        yield midnight.toEpochMilli() + (long) time + MINUTE;
      }
      case LEAN_DAILY -> {
        String day = fields.text("time").split(" ", -1)[0];
        try {
          yield close(LocalDate.parse(day, COMPACT)).toEpochMilli();
        } catch (DateTimeParseException e) {
          throw fields.bad("time", "a day such as 20140609 00:00");
        }
      }
      case LEAN_UNIVERSE, OPTIONLAB -> ChainRow.NEVER;
    };
  }

  private static long lastTrade(Fields fields) {
    String text = fields.text("lasttradedate").replace(' ', 'T');
    try {
      return text.isEmpty()
          ? ChainRow.NEVER
          : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException e) {
      throw fields.bad("lasttradedate", "a time such as 2025-08-26 20:14:59+00:00");
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
