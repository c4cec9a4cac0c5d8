package io.tradinggym.market.data.csv;

import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.calendar.BarLength;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.data.BidAsk;
import io.tradinggym.market.data.CorporateEvents;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.instrument.Instrument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One file of bars, read with all that is wrong with it; {@link BarReader} declares what the file does not say.
 *
 * <p>Stamps of days mean the session of that day, known at 21:00 UTC (never before New York closes), around the clock
 * when the day is over; those of weeks and months are known when their last session is. Stamps with a time mean the
 * start of a bar, known when it ends. Where the file has bid and ask ({@code bid_open} to {@code ask_close}), so have
 * the bars; without other prices those of a bar are the middle. Where the file has an adjusted close, all prices of a
 * bar are scaled by the same factor, so that bars stay consistent.
 *
 * <p>Minutes of a share as QuantConnect Lean keeps them, one day a file ({@code 20140605_trade.zip}), are known by
 * their format: whole minutes since midnight in New York, prices in whole ten-thousandths.
 */
public final class BarFile {
  /** Quantity of a bar whose volume is not known, where it was declared, or repaired, that this limits nothing. */
  private static final double UNLIMITED = 1e12;

  /** A price of fewer ticks is moved by half a percent and more when it is rounded to one. */
  private static final double LEAST_TICKS = 100;

  private final String name;
  private final boolean daily;
  private final MarketCalendar calendar;
  private final BarLength length;
  private final boolean volumes;
  private final Optional<String> ticker;
  private final List<Row> rows;
  private final List<Row> printed;
  private final List<Defect> defects;

  BarFile(
      String name,
      boolean daily,
      MarketCalendar calendar,
      BarLength length,
      boolean volumes,
      Optional<String> ticker,
      List<Row> rows,
      List<Row> printed,
      List<Defect> defects) {
    this.name = name;
    this.daily = daily;
    this.calendar = calendar;
    this.length = length;
    this.volumes = volumes;
    this.ticker = ticker;
    this.rows = rows;
    this.printed = printed;
    this.defects = defects;
  }

  /**
   * Reads a file, plain, gzip or a zip of one file, by {@link BarReader#standard}.
   *
   * @param file in any layout that {@link BarReader} knows
   * @return its bars, and what is wrong with them; a defect is no exception yet
   * @throws IOException if it cannot be read
   */
  public static BarFile read(Path file) throws IOException {
    return BarReader.standard().read(file);
  }

  /**
   * Reads a file, plain or gzip.
   *
   * @param file in any layout that {@link BarReader} knows
   * @param sessions days on which the market was open; null to look for gaps of more than a week only
   * @return its bars, and what is wrong with them; a defect is no exception yet
   * @throws IOException if it cannot be read
   */
  public static BarFile read(Path file, @Nullable Predicate<LocalDate> sessions)
      throws IOException {
    return sessions == null ? read(file) : BarReader.standard().sessions(sessions).read(file);
  }

  /**
   * Reads a file of a market that never closes, plain or gzip: every step longer than a bar is a gap. Stamps may also
   * be milliseconds since the midnight of the day that the file's name holds, such as {@code btcusd_20170903.csv}.
   *
   * @param file in any layout that {@link BarReader} knows
   * @return its bars, and what is wrong with them; a defect is no exception yet
   * @throws IOException if it cannot be read
   */
  public static BarFile readAroundTheClock(Path file) throws IOException {
    return BarReader.standard().calendar(new AroundTheClock()).read(file);
  }

  /**
   * Reads a file of mark prices as {@link #readAroundTheClock} does; nobody trades at marks, so volumes are passed
   * over.
   *
   * @param file in any layout that {@link BarReader} knows
   * @return its marks as bars, and what is wrong with them; a defect is no exception yet
   * @throws IOException if it cannot be read
   */
  public static BarFile readMarks(Path file) throws IOException {
    return BarReader.standard().calendar(new AroundTheClock()).ofMarks().read(file);
  }

  /** {@return everything that is wrong, in order of discovery} */
  public List<Defect> defects() {
    return defects;
  }

  /** {@return the number of bars after repair} */
  public int length() {
    return rows.size();
  }

  /** {@return the name of the file} */
  public String name() {
    return name;
  }

  /**
   * {@return the first price after repair, adjusted where the file is: of what size the instrument's steps must be}
   *
   * @throws BadDataException if no bars are left
   */
  public double firstPrice() {
    if (rows.isEmpty()) {
      throw new BadDataException(defects);
    }
    Row row = rows.getFirst();
    return row.adjusted() > 0 ? row.open() * row.adjusted() / row.close() : row.open();
  }

  /** {@return the name that a column of tickers or symbols gives to all rows; empty without one} */
  public Optional<String> ticker() {
    return ticker;
  }

  /** {@return whether traded quantities are known} */
  public boolean hasVolumes() {
    return volumes;
  }

  /** {@return whether stamps are days} */
  public boolean isDaily() {
    return daily;
  }

  /** {@return how long a bar is} */
  public BarLength barLength() {
    return length;
  }

  /** {@return the market's calendar, as declared, else by the days and hours that have bars} */
  public MarketCalendar calendar() {
    return calendar;
  }

  /** {@return the bars in a year, by calendar and length of a bar, whatever rows the file has or lacks} */
  public double barsPerYear() {
    return calendar.barsPerYear(length);
  }

  /**
   * {@return the bars, if nothing is wrong}
   *
   * @param instrument what the bars are of; its ticks are fine enough for the prices
   * @throws BadDataException naming file, line and value of the defects
   */
  public Series strict(Instrument instrument) {
    if (!defects.isEmpty()) {
      throw new BadDataException(defects);
    }
    return repaired(instrument);
  }

  /**
   * {@return the bars, repaired by the rules of {@link Defect.Kind}}
   *
   * @param instrument what the bars are of; its ticks are fine enough for the prices
   * @throws BadDataException if no bars are left, or what is wrong cannot be repaired
   */
  public Series repaired(Instrument instrument) {
    return repaired(instrument, calendar instanceof AroundTheClock);
  }

  /** The same; days are known when they are over, if they are traded beside others that never close. */
  Series repaired(Instrument instrument, boolean toMidnight) {
    if (rows.isEmpty() || defects.stream().anyMatch(defect -> !defect.kind().isRepairable())) {
      throw new BadDataException(defects);
    }
    boolean adjust = defects.stream().noneMatch(d -> d.kind() == Defect.Kind.DIVIDEND);
    CloseTimes ends = CloseTimes.of(rows, daily, length, toMidnight);
    int n = rows.size();
    long[] times = new long[n];
    double[][] columns = new double[5][n];
    for (int i = 0; i < n; i++) {
      Row row = rows.get(i);
      double factor = adjust && row.adjusted() > 0 ? row.adjusted() / row.close() : 1;
      times[i] = ends.of(row);
      columns[0][i] = row.open() * factor;
      columns[1][i] = row.high() * factor;
      columns[2][i] = row.low() * factor;
      columns[3][i] = row.close() * factor;
      columns[4][i] = volumes ? row.volume() : UNLIMITED;
      requireTicks(instrument, row, columns[2][i]);
    }
    Series series =
        new Series(instrument, times, columns[0], columns[1], columns[2], columns[3], columns[4])
            .repaired(defects.stream().map(Defect::repaired).toList());
    return quoted() ? series.with(quotes(rows, adjust)) : series;
  }

  /** Whether bid and ask of every bar are known. */
  private boolean quoted() {
    return rows.stream().allMatch(row -> row.quote() != null);
  }

  private static BidAsk quotes(List<Row> rows, boolean adjust) {
    double[][] columns = new double[8][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double factor = adjust && row.adjusted() > 0 ? row.adjusted() / row.close() : 1;
      Quote quote = Objects.requireNonNull(row.quote());
      set(columns, 0, i, quote.bid(), factor);
      set(columns, 4, i, quote.ask(), factor);
    }
    return new BidAsk(
        new BidAsk.Side(columns[0], columns[1], columns[2], columns[3]),
        new BidAsk.Side(columns[4], columns[5], columns[6], columns[7]));
  }

  private static void set(double[][] columns, int from, int row, Quote.Side side, double factor) {
    columns[from][row] = side.open() * factor;
    columns[from + 1][row] = side.high() * factor;
    columns[from + 2][row] = side.low() * factor;
    columns[from + 3][row] = side.close() * factor;
  }

  /**
   * {@return the bars as printed on the day, with the file's dividends and splits as events: what an account that pays
   * dividends and splits positions trades} A split is an event where the printed price moves by it; a file whose prices
   * know of its splits has dividends only.
   *
   * @param instrument what the bars are of; its ticks are fine enough for the prices
   * @throws BadDataException if anything is wrong
   */
  public Series printed(Instrument instrument) {
    if (rows.isEmpty() || !defects.isEmpty()) {
      throw new BadDataException(defects);
    }
    CloseTimes ends = CloseTimes.of(rows, daily, length, calendar instanceof AroundTheClock);
    int n = printed.size();
    long[] times = new long[n];
    double[][] columns = new double[5][n];
    double[] dividends = new double[n];
    int[] shares = new int[n];
    int[] of = new int[n];
    for (int i = 0; i < n; i++) {
      Row row = printed.get(i);
      times[i] = ends.of(row);
      columns[0][i] = row.open();
      columns[1][i] = row.high();
      columns[2][i] = row.low();
      columns[3][i] = row.close();
      columns[4][i] = volumes ? row.volume() : UNLIMITED;
      requireTicks(instrument, row, row.low());
      dividends[i] = i == 0 ? 0 : row.dividend();
      Ratio split = i == 0 ? Ratio.NONE : Ratio.named(row, printed.get(i - 1));
      shares[i] = split.shares();
      of[i] = split.of();
    }
    Series series =
        new Series(instrument, times, columns[0], columns[1], columns[2], columns[3], columns[4])
            .with(new CorporateEvents(dividends, shares, of));
    return quoted() ? series.with(quotes(printed, false)) : series;
  }

  private void requireTicks(Instrument instrument, Row row, double price) {
    double tick = instrument.toPrice(1);
    if (price < LEAST_TICKS * tick) {
      String message =
          "price "
              + price
              + " on "
              + BarChecks.stamp(row, daily)
              + " is too small for steps of "
              + tick
              + ", which move it by half a percent and more; expected at least "
              + LEAST_TICKS * tick
              + ", or an instrument of finer ticks";
      throw new BadDataException(
          List.of(new Defect(Defect.Kind.BAD_NUMBER, name, row.line(), message)));
    }
  }
}
