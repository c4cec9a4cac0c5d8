package io.tradinggym.market.data.csv;

import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Funding rates of a perpetual, read with all that is wrong with them. Known layouts, plain or gzip, in either order of
 * time:
 *
 * <pre>
 * | columns                                 | stamps                            | rate                               |
 * | timestamp (or date, time), funding_rate | any that bars have                | fraction                           |
 * | date, open, high, low, close            | the same, in a file named funding | open                               |
 * | date, funding_mean                      | days                              | mean of three a day; their sum is  |
 * |                                         |                                   | paid when the day is over          |
 * | no header: stamp, rate                  | any                               | fraction                           |
 * </pre>
 *
 * <p>A column of symbols must name one contract, a column of the interval in hours says which stamps are due; without
 * it the stamps themselves do. Stamps are written milliseconds after the minute they are of; they are taken to the
 * nearest minute.
 */
public final class FundingFile {
  private static final long MINUTE = 60_000L;
  private static final long DAY = 86_400_000L;
  private static final double RATE_ONE = 1e8;
  private static final int STAMPS_A_DAY = 3;

  /** No venue's cap is higher: more is a rate in percent. */
  private static final double LARGEST = 0.1;

  /** Nor does half of a history lie beyond 0.2 % in eight hours, 200 % a year: that is written in percent too. */
  private static final double LARGEST_MEDIAN = 0.002;

  private static final double EIGHT_HOURS = 8 * 3_600_000.0;

  /** Fewer rates tell nothing about their unit. */
  private static final int ENOUGH = 10;

  private final String name;
  private final List<Rate> rates;
  private final List<Defect> defects;
  private final FundingIntervals intervals;

  /**
   * A stamp.
   *
   * @param declared milliseconds since the one before, as the file says; 0 if it does not
   */
  private record Rate(int line, long time, double value, String symbol, long declared) {}

  private FundingFile(String name, List<Rate> rates, List<Defect> defects) {
    this.name = name;
    this.rates = rates;
    this.defects = defects;
    intervals = intervals(rates);
  }

  /** As the file declares them, else as its stamps show. */
  private static FundingIntervals intervals(List<Rate> rates) {
    long[] declared = rates.stream().mapToLong(Rate::declared).toArray();
    return declared.length > 0 && Arrays.stream(declared).allMatch(each -> each > 0)
        ? FundingIntervals.declared(declared)
        : FundingIntervals.of(rates.stream().mapToLong(Rate::time).toArray());
  }

  /**
   * Reads a file; nothing is refused yet.
   *
   * @param file in one of the layouts above
   * @return its rates, and what is wrong with them
   * @throws IOException if it cannot be read
   */
  public static FundingFile read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    String name = file.getFileName().toString();
    List<Defect> defects = new ArrayList<>();
    List<Rate> rates = new ArrayList<>();
    List<String> lines = TextFile.lines(file);
    FundingLayout layout = lines.isEmpty() ? null : FundingLayout.of(name, lines.getFirst());
    if (layout == null) {
      defects.add(
          new Defect(
              Defect.Kind.NO_HEADER,
              name,
              1,
              "no funding rates; expected columns timestamp and funding_rate"));
      return new FundingFile(name, rates, defects);
    }
    Stamps stamps =
        new Stamps(
            lines.stream()
                .map(line -> Cells.split(line, layout.separator()))
                .anyMatch(cells -> Stamps.needsDayFirst(FundingLayout.cell(cells, layout.time()))));
    for (int i = layout.first(); i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        row(name, i + 1, lines.get(i), layout, stamps, rates, defects);
      }
    }
    List<String> symbols = rates.stream().map(Rate::symbol).distinct().toList();
    if (symbols.size() > 1) {
      defects.add(
          new Defect(
              Defect.Kind.PANEL,
              name,
              0,
              "holds rates of several symbols, "
                  + String.join(", ", symbols.subList(0, Math.min(5, symbols.size())))
                  + "; expected one"));
      return new FundingFile(name, List.of(), defects);
    }
    List<Rate> sound = ordered(name, rates, defects);
    double largest = largestMedian(sound, layout);
    if (isPercent(sound, largest)) {
      defects.add(
          new Defect(
              Defect.Kind.BAD_NUMBER,
              name,
              0,
              "half of all funding rates are beyond +-"
                  + (float) largest
                  + ", as if they were percent; expected fractions such as 0.0001"));
      sound = List.of();
    }
    FundingFile read = new FundingFile(name, sound, defects);
    read.checkGaps();
    return read;
  }

  /** Whether rates look like percent. */
  private static boolean isPercent(List<Rate> rates, double largestMedian) {
    double[] sizes = rates.stream().mapToDouble(rate -> Math.abs(rate.value())).sorted().toArray();
    return sizes.length >= ENOUGH && sizes[sizes.length / 2] > largestMedian;
  }

  /** Rates of an hour are an eighth of those of eight. */
  private static double largestMedian(List<Rate> rates, FundingLayout layout) {
    return layout.daily()
        ? STAMPS_A_DAY * LARGEST_MEDIAN
        : LARGEST_MEDIAN * Math.min(1, intervals(rates).usual() / EIGHT_HOURS);
  }

  private static void row(
      String name,
      int line,
      String text,
      FundingLayout layout,
      Stamps stamps,
      List<Rate> rates,
      List<Defect> defects) {
    String[] cells = Cells.split(text, layout.separator());
    if (cells.length <= Math.max(layout.time(), layout.rate())) {
      defects.add(
          new Defect(Defect.Kind.JUNK_LINE, name, line, "\"" + text + "\" is no funding rate"));
      return;
    }
    String stamp = cells[layout.time()].strip();
    OptionalLong time = stamps.parse(stamp.replaceFirst("^(\\d{8} \\d\\d:\\d\\d):00$", "$1"));
    if (time.isEmpty()) {
      defects.add(
          new Defect(Defect.Kind.BAD_DATE, name, line, "\"" + stamp + "\" is no time of a stamp"));
      return;
    }
    double value = Decimal.parse(cells[layout.rate()].strip());
    if (!(Math.abs(value) <= LARGEST)) {
      defects.add(
          new Defect(
              Defect.Kind.BAD_NUMBER,
              name,
              line,
              "funding rate is \""
                  + cells[layout.rate()].strip()
                  + "\", expected a fraction such as 0.0001 within +-"
                  + LARGEST));
      return;
    }
    long minute = Math.floorDiv(time.getAsLong() + MINUTE / 2, MINUTE) * MINUTE;
    String symbol = FundingLayout.cell(cells, layout.symbol());
    double hours = Decimal.parse(FundingLayout.cell(cells, layout.hours()));
    long declared = hours > 0 && hours <= 24 ? Math.round(hours * 60) * MINUTE : 0;
    rates.add(
        layout.daily()
            ? new Rate(line, minute + DAY, STAMPS_A_DAY * value, symbol, 0)
            : new Rate(line, minute, value, symbol, declared));
  }

  private static List<Rate> ordered(String name, List<Rate> rates, List<Defect> defects) {
    boolean descends = rates.size() > 1;
    for (int i = 1; i < rates.size(); i++) {
      descends &= rates.get(i).time() < rates.get(i - 1).time();
    }
    List<Rate> forward = new ArrayList<>(descends ? rates.reversed() : rates);
    for (int i = 1; i < forward.size(); i++) {
      if (forward.get(i).time() < forward.get(i - 1).time()) {
        defects.add(
            new Defect(
                Defect.Kind.OUT_OF_ORDER,
                name,
                forward.get(i).line(),
                at(forward.get(i)) + " stands after " + at(forward.get(i - 1))));
      }
    }
    forward.sort(Comparator.comparingLong(Rate::time));
    List<Rate> unique = new ArrayList<>();
    for (Rate rate : forward) {
      if (!unique.isEmpty() && unique.getLast().time() == rate.time()) {
        defects.add(
            new Defect(
                Defect.Kind.DUPLICATE,
                name,
                rate.line(),
                at(rate) + " stood before, in line " + unique.getLast().line()));
      } else {
        unique.add(rate);
      }
    }
    return unique;
  }

  private void checkGaps() {
    for (int i = 0; i < rates.size(); i++) {
      Rate rate = rates.get(i);
      long due = intervals.before(i);
      if (Math.floorMod(rate.time(), due) != 0) {
        tell(
            Defect.Kind.BAD_DATE,
            rate,
            at(rate) + " is no multiple of " + due / MINUTE + " minutes");
      }
      long step = i == 0 ? due : rate.time() - rates.get(i - 1).time();
      if (step > due) {
        tell(
            Defect.Kind.GAP,
            rate,
            (step - 1) / due
                + " funding stamps missing between "
                + at(rates.get(i - 1))
                + " and "
                + at(rate));
      }
    }
  }

  private void tell(Defect.Kind kind, Rate rate, String message) {
    defects.add(new Defect(kind, name, rate.line(), message));
  }

  private static String at(Rate rate) {
    return Instant.ofEpochMilli(rate.time()).toString();
  }

  /** {@return everything that is wrong, in order of discovery} */
  public List<Defect> defects() {
    return List.copyOf(defects);
  }

  /** {@return the contract that the file says its rates are of, such as {@code BTCUSDT}; empty if it does not} */
  public String symbol() {
    return rates.isEmpty() ? "" : rates.getFirst().symbol();
  }

  /** {@return the number of stamps} */
  public int length() {
    return rates.size();
  }

  /** {@return the milliseconds between most stamps; a venue may change them, as Binance does when a coin moves much} */
  public long interval() {
    return intervals.usual();
  }

  /** {@return the first stamp, epoch milliseconds; there must be one} */
  public long first() {
    return rates.getFirst().time();
  }

  /** {@return the last stamp, epoch milliseconds; there must be one} */
  public long last() {
    return rates.getLast().time();
  }

  /**
   * Joins rates and marks to bars by time: a stamp belongs to the bar that closes at it or contains it.
   * Bars before the first stamp, after the last interval, or without marks are cut off at both ends. A rate is seen
   * when its bar has closed, not before.
   *
   * @param bars at last prices, in order of time
   * @param marks bars of marks of the same spacing; null where the last price is the mark
   * @param repair whether holes inside are left as they are (no stamp, no funding; no mark, the last price); else
   *     refused
   * @return the bars that have funding, with marks and funding
   * @throws BadDataException naming the defects of funding, or the bars without marks
   */
  public Series over(Series bars, @Nullable Series marks, boolean repair) {
    if (rates.isEmpty() || (!repair && !defects.isEmpty())) {
      throw new BadDataException(defects);
    }
    long from = first() - intervals.before(0);
    long to = last() + intervals.before(rates.size() - 1) - 1;
    if (marks != null && marks.length() > 0) {
      from = Math.max(from, marks.closeTimes()[0] - 1);
      to = Math.min(to, marks.closeTimes()[marks.length() - 1]);
    }
    int begin = 0;
    while (begin < bars.length() && bars.closeTimes()[begin] <= from) {
      begin++;
    }
    int end = bars.length();
    while (end > begin && bars.closeTimes()[end - 1] > to) {
      end--;
    }
    if (end - begin < 2) {
      throw new BadDataException(
          List.of(
              new Defect(
                  Defect.Kind.GAP,
                  name,
                  0,
                  "rates from "
                      + Instant.ofEpochMilli(first())
                      + " to "
                      + Instant.ofEpochMilli(last())
                      + " and the bars"
                      + (marks == null ? "" : " and marks")
                      + " of "
                      + bars.instrument().symbol()
                      + " have no time in common")));
    }
    return joined(bars.slice(begin, end), marks, repair);
  }

  private Series joined(Series bars, @Nullable Series marks, boolean repair) {
    int n = bars.length();
    double[] high = bars.high().clone();
    double[] low = bars.low().clone();
    double[] close = bars.close().clone();
    long[] funding = new long[n];
    long[] due = new long[n];
    List<Defect> missing = new ArrayList<>();
    int stamp = 0;
    int mark = 0;
    long before = n > 1 ? 2 * bars.closeTimes()[0] - bars.closeTimes()[1] : Long.MIN_VALUE;
    for (int bar = 0; bar < n; bar++) {
      long now = bars.closeTimes()[bar];
      for (; stamp < rates.size() && rates.get(stamp).time() <= now; stamp++) {
        if (rates.get(stamp).time() > before) {
          funding[bar] += Math.round(rates.get(stamp).value() * RATE_ONE);
        }
      }
      due[bar] = intervals.before(Math.min(stamp, rates.size() - 1));
      if (marks != null) {
        while (mark < marks.length() && marks.closeTimes()[mark] < now) {
          mark++;
        }
        if (mark < marks.length() && marks.closeTimes()[mark] == now) {
          high[bar] = marks.high()[mark];
          low[bar] = marks.low()[mark];
          close[bar] = marks.close()[mark];
        } else {
          missing.add(
              new Defect(
                  Defect.Kind.GAP,
                  name,
                  0,
                  "no mark for the bar that closes at " + Instant.ofEpochMilli(now)));
        }
      }
      before = now;
    }
    if (!missing.isEmpty() && !repair) {
      throw new BadDataException(missing);
    }
    return bars.with(new MarkAndFunding(high, low, close, funding, due))
        .repaired(Stream.concat(defects.stream(), missing.stream()).map(Defect::repaired).toList());
  }
}
