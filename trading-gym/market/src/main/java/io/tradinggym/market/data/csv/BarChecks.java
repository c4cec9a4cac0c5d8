package io.tradinggym.market.data.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks rows one by one and their order, tells what is wrong and repairs by the rules of {@link Defect.Kind}. */
final class BarChecks {
  private static final long DAY = 86_400_000L;

  /** Files that were rounded may miss by this. */
  private static final double ROUNDING = 1e-6;

  /** Accounts book at most some 92 billion: no honest price is a hundredth of it. */
  private static final double HIGHEST_PRICE = 1e9;

  /** Quantities are counted in 63 bits. */
  private static final double LARGEST_VOLUME = 1e17;

  private final String file;
  private final boolean daily;
  private final List<Defect> defects = new ArrayList<>();

  BarChecks(String file, boolean daily) {
    this.file = file;
    this.daily = daily;
  }

  List<Defect> defects() {
    return defects;
  }

  /** Tells the defects and returns what repair leaves, in order of time. */
  List<Row> check(List<Row> rows) {
    List<Row> sound = new ArrayList<>();
    for (Row row : unique(ordered(rows))) {
      Row kept = values(row);
      if (kept != null) {
        sound.add(kept);
      }
    }
    return sound;
  }

  /** Ascending; a file that descends from first to last row is read backwards without complaint. */
  private List<Row> ordered(List<Row> rows) {
    boolean descends = rows.size() > 1;
    for (int i = 1; i < rows.size(); i++) {
      descends &= rows.get(i).time() < rows.get(i - 1).time();
    }
    if (descends) {
      return rows.reversed();
    }
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).time() < rows.get(i - 1).time()) {
        tell(
            Defect.Kind.OUT_OF_ORDER,
            rows.get(i),
            stamp(rows.get(i)) + " stands after " + stamp(rows.get(i - 1)) + "; dates must ascend");
      }
    }
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparingLong(Row::time)); // stable: the first row of a date stays the first
    return sorted;
  }

  private List<Row> unique(List<Row> rows) {
    List<Row> kept = new ArrayList<>();
    for (Row row : rows) {
      if (!kept.isEmpty() && kept.getLast().time() == row.time()) {
        tell(
            Defect.Kind.DUPLICATE,
            row,
            stamp(row) + " stood before, in line " + kept.getLast().line());
      } else {
        kept.add(row);
      }
    }
    return kept;
  }

  private @Nullable Row values(Row row) {
    double smallest = Math.min(Math.min(row.open(), row.high()), Math.min(row.low(), row.close()));
    double largest = Math.max(Math.max(row.open(), row.high()), Math.max(row.low(), row.close()));
    Quote quotes = row.quote();
    if (quotes != null) {
      smallest = Math.min(smallest, Math.min(quotes.bid().lowest(), quotes.ask().lowest()));
      largest = Math.max(largest, Math.max(quotes.bid().highest(), quotes.ask().highest()));
    }
    if (smallest < 0) {
      tell(
          Defect.Kind.NEGATIVE,
          row,
          "price " + smallest + " on " + stamp(row) + "; prices must be > 0");
      return null;
    }
    if (row.volume() < 0) {
      tell(
          Defect.Kind.NEGATIVE,
          row,
          "volume " + row.volume() + " on " + stamp(row) + "; volume must be >= 0");
      return null;
    }
    if (row.dividend() < 0 || row.split() < 0) {
      tell(
          Defect.Kind.NEGATIVE,
          row,
          (row.dividend() < 0 ? "dividend " + row.dividend() : "split " + row.split())
              + " on "
              + stamp(row)
              + "; expected >= 0");
      return null;
    }
    if (smallest == 0) {
      tell(Defect.Kind.ZERO_PRICE, row, "price 0 on " + stamp(row) + "; prices must be > 0");
      return null;
    }
    if (row.adjusted() <= 0) {
      tell(
          row.adjusted() < 0 ? Defect.Kind.NEGATIVE : Defect.Kind.ZERO_PRICE,
          row,
          "adjusted close " + row.adjusted() + " on " + stamp(row) + "; prices must be > 0");
      return null;
    }
    if (largest > HIGHEST_PRICE || row.adjusted() > HIGHEST_PRICE) {
      double price = Math.max(largest, row.adjusted() > HIGHEST_PRICE ? row.adjusted() : 0);
      tell(
          Defect.Kind.BAD_NUMBER,
          row,
          "price " + price + " on " + stamp(row) + "; prices must be at most " + HIGHEST_PRICE);
      return null;
    }
    if (row.volume() > LARGEST_VOLUME) {
      tell(
          Defect.Kind.BAD_NUMBER,
          row,
          "volume "
              + row.volume()
              + " on "
              + stamp(row)
              + "; volume must be at most "
              + LARGEST_VOLUME);
      return null;
    }
    String crossed = quotes == null ? null : quotes.crossed();
    if (crossed != null) {
      tell(
          Defect.Kind.CROSSED,
          row,
          crossed + " on " + stamp(row) + "; a bid must be at most its ask");
      return null;
    }
    ordered("", row, new Quote.Side(row.open(), row.high(), row.low(), row.close()));
    if (quotes != null) {
      ordered("bid ", row, quotes.bid());
      ordered("ask ", row, quotes.ask());
    }
    return row.widened();
  }

  /** Tells of a high that is not the highest, or a low that is not the lowest. */
  private void ordered(String name, Row row, Quote.Side prices) {
    double allowed = ROUNDING * prices.close();
    double top = Math.max(prices.open(), prices.close());
    double bottom = Math.min(prices.open(), prices.close());
    if (prices.high() < top - allowed
        || prices.low() > bottom + allowed
        || prices.high() < prices.low() - allowed) {
      tell(
          Defect.Kind.OHLC,
          row,
          String.format(
              Locale.ROOT,
              "%sopen %s, high %s, low %s, close %s on %s: high must be the highest and low the"
                  + " lowest",
              name,
              prices.open(),
              prices.high(),
              prices.low(),
              prices.close(),
              stamp(row)));
    }
  }

  private void tell(Defect.Kind kind, Row row, String message) {
    defects.add(new Defect(kind, file, row.line(), message));
  }

  private String stamp(Row row) {
    return stamp(row, daily);
  }

  /** A day, or a time in UTC. */
  static String stamp(Row row, boolean daily) {
    return daily ? day(row).toString() : Instant.ofEpochMilli(row.time()).toString();
  }

  static LocalDate day(Row row) {
    return LocalDate.ofEpochDay(Math.floorDiv(row.time(), DAY));
  }
}
