package io.tradinggym.market.data.csv;

import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.calendar.MarketCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a file of bars is read: what is declared about it, because the file itself does not say. Immutable.
 *
 * <pre>{@code
 * BarFile file = BarReader.standard()
 *     .zone(ZoneId.of("America/New_York"))
 *     .waiving(LocalDate.of(2001, 9, 17), "reopened after six days")
 *     .read(Path.of("SPY.csv"));
 * }</pre>
 */
public final class BarReader {
  private static final BarReader STANDARD =
      new BarReader(null, null, null, Waivers.NONE, false, false, null, null);

  private final @Nullable MarketCalendar calendar;
  private final @Nullable Predicate<LocalDate> sessions;
  private final @Nullable ZoneId zone;
  private final Waivers waivers;
  private final boolean withoutVolumes;
  private final boolean marks;
  private final @Nullable String ticker;
  private final @Nullable ActionFile actions;

  /**
   * What is declared.
   *
   * @param calendar of the market; null to tell by the file whether it closes at night and over weekends
   * @param sessions days without bars are gaps by; null to tell longer holes only, or, around the clock, all
   * @param zone of times without an offset; null for New York where they are those of a session, else UTC
   * @param withoutVolumes whether a file without volumes is read, and filled without a limit
   * @param marks whether volumes are passed over: nobody trades at marks
   * @param ticker of the rows wanted from a file of several; null where it holds one
   * @param actions splits and dividends of prices as printed; null if the file knows them itself
   */
  private BarReader(
      @Nullable MarketCalendar calendar,
      @Nullable Predicate<LocalDate> sessions,
      @Nullable ZoneId zone,
      Waivers waivers,
      boolean withoutVolumes,
      boolean marks,
      @Nullable String ticker,
      @Nullable ActionFile actions) {
    this.calendar = calendar;
    this.sessions = sessions;
    this.zone = zone;
    this.waivers = waivers;
    this.withoutVolumes = withoutVolumes;
    this.marks = marks;
    this.ticker = ticker;
    this.actions = actions;
  }

  @Nullable MarketCalendar calendar() {
    return calendar;
  }

  @Nullable Predicate<LocalDate> sessions() {
    return sessions;
  }

  @Nullable ZoneId zone() {
    return zone;
  }

  Waivers waivers() {
    return waivers;
  }

  boolean isWithoutVolumes() {
    return withoutVolumes;
  }

  boolean isOfMarks() {
    return marks;
  }

  @Nullable String ticker() {
    return ticker;
  }

  /** {@return a reader to which nothing is declared} */
  public static BarReader standard() {
    return STANDARD;
  }

  /**
   * {@return a reader for a market whose calendar is known: days, or bars around the clock, that a file lacks are gaps}
   *
   * @param known calendar of the market
   */
  public BarReader calendar(MarketCalendar known) {
    return new BarReader(
        known,
        known instanceof AroundTheClock ? null : known::isSession,
        zone,
        waivers,
        withoutVolumes,
        marks,
        ticker,
        actions);
  }

  /** With these days as sessions. */
  BarReader sessions(Predicate<LocalDate> open) {
    return new BarReader(calendar, open, zone, waivers, withoutVolumes, marks, ticker, actions);
  }

  /**
   * {@return a reader for which times that state no offset are of this zone}
   *
   * @param local zone of the file's times
   */
  public BarReader zone(ZoneId local) {
    return new BarReader(
        calendar, sessions, local, waivers, withoutVolumes, marks, ticker, actions);
  }

  /**
   * {@return a reader for which the prices of a day are right although they look wrong}
   *
   * @param date of the day that is waived
   * @param reason why, such as {@code "takeover bid before the open"}
   */
  public BarReader waiving(LocalDate date, String reason) {
    return new BarReader(
        calendar,
        sessions,
        zone,
        waivers.and(date, reason),
        withoutVolumes,
        marks,
        ticker,
        actions);
  }

  /** With other waivers. */
  BarReader waiving(Waivers others) {
    return new BarReader(calendar, sessions, zone, others, withoutVolumes, marks, ticker, actions);
  }

  /** {@return a reader for which a file without volumes is no defect: its orders fill without a limit of volume} */
  public BarReader withoutVolumeLimit() {
    return new BarReader(calendar, sessions, zone, waivers, true, marks, ticker, actions);
  }

  /** Volumes are passed over. */
  BarReader ofMarks() {
    return new BarReader(calendar, sessions, zone, waivers, withoutVolumes, true, ticker, actions);
  }

  /**
   * {@return a reader of the rows of one ticker of a file that holds several}
   *
   * @param name as the file's column of tickers has it
   */
  public BarReader ticker(String name) {
    return new BarReader(calendar, sessions, zone, waivers, withoutVolumes, marks, name, actions);
  }

  /**
   * {@return a reader for which prices are as printed; splits and dividends are those of a file}
   *
   * @param known splits and dividends of the share
   */
  public BarReader actions(ActionFile known) {
    return new BarReader(calendar, sessions, zone, waivers, withoutVolumes, marks, ticker, known);
  }

  @Nullable ActionFile actions() {
    return actions;
  }

  /**
   * Reads a file, plain, gzip or a zip of one file, with all that is wrong with it.
   *
   * @param file one that exists
   * @return its bars, and what is wrong with them; a defect is no exception yet
   * @throws NoSuchFileException if there is none
   */
  public BarFile read(Path file) throws IOException {
    return draft(file).finished(MarketMoves.UNKNOWN);
  }

  /** Reads a file as far as its own rows tell; {@link Draft#finished} compares it with the market. */
  Draft draft(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    return draft(String.valueOf(file.getFileName()), TextFile.lines(file));
  }

  /** The same from lines. */
  Draft draft(String name, List<String> lines) {
    boolean aroundTheClock = calendar instanceof AroundTheClock;
    List<String> lean = aroundTheClock ? null : LeanDay.read(name, lines);
    ZoneId usual = aroundTheClock ? ZoneOffset.UTC : lean == null ? null : LeanDay.ZONE;
    BarParser parser = new BarParser(name, marks, ticker, zone == null ? usual : zone);
    if (lean == null) {
      parser.parse(aroundTheClock ? DayFile.dated(name, lines) : lines);
    } else {
      parser.parse(lean, 1);
    }
    return new Draft(this, name, parser);
  }
}
