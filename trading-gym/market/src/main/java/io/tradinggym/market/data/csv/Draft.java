package io.tradinggym.market.data.csv;

import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.calendar.BarLength;
import io.tradinggym.market.calendar.Forex;
import io.tradinggym.market.calendar.LocalHours;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.market.calendar.NyseExtended;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A file whose rows are read and sound one by one; what they are to each other and to the market is still open. */
final class Draft {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;

  /** A market that has bars on so many of the weekends' days is open on them. */
  private static final double OPEN_ON_WEEKENDS = 0.5;

  /** Bars at so many hours of the day are of a market that does not close at night. */
  private static final int HOURS_OF_A_SESSION = 18;

  /** A file of which so many bars lie beside the session is of extended hours. */
  private static final double EXTENDED = 0.05;

  private final BarReader reader;
  private final String name;
  private final boolean daily;
  private final boolean volumes;

  /** Whether splits and dividends come of a file of their own. */
  private final boolean acted;

  private final List<Defect> defects;
  private final List<Row> rows;
  private final Optional<String> ticker;

  Draft(BarReader reader, String name, BarParser parser) {
    this.reader = reader;
    this.name = name;
    daily = parser.daily();
    volumes = parser.hasVolumes();
    acted = reader.actions() != null;
    defects = new ArrayList<>(parser.defects());
    Set<String> tickers = parser.tickers();
    ticker =
        reader.ticker() != null
            ? Optional.of(reader.ticker())
            : tickers.stream().filter(one -> tickers.size() == 1).findFirst();
    if (tickers.size() > 1 && reader.ticker() == null) {
      // One price after another of two companies is no history: nothing is made of it.
      defects.clear();
      defects.add(
          new Defect(
              Defect.Kind.PANEL,
              name,
              0,
              "holds "
                  + tickers.size()
                  + " tickers ("
                  + String.join(", ", tickers.stream().limit(3).toList())
                  + (tickers.size() > 3 ? ", ..." : "")
                  + "); name one of them"));
      rows = List.of();
      return;
    }
    if (parser.rows().isEmpty()) {
      String which = reader.ticker() == null ? "" : " of " + reader.ticker();
      defects.add(new Defect(Defect.Kind.JUNK_LINE, name, 0, "holds no bars" + which));
      rows = List.of();
      return;
    }
    BarChecks checks = new BarChecks(name, daily);
    List<Row> sound = checks.check(parser.rows());
    rows = reader.actions() == null ? sound : reader.actions().applied(sound);
    defects.addAll(checks.defects());
  }

  private Draft(Draft own, String name, List<Defect> defects, List<Row> rows) {
    this(own, name, own.acted, defects, rows);
  }

  private Draft(Draft own, String name, boolean acted, List<Defect> defects, List<Row> rows) {
    reader = own.reader;
    this.name = name;
    this.acted = acted;
    daily = own.daily;
    volumes = own.volumes;
    ticker = own.ticker;
    this.defects = defects;
    this.rows = rows;
  }

  List<Row> rows() {
    return rows;
  }

  /** Whether a line names some columns of bars, but not all. */
  boolean lacksColumns() {
    return defects.stream().anyMatch(one -> one.kind() == Defect.Kind.COLUMNS);
  }

  /** With bid and ask of another file. */
  Draft quoted(Draft quotes) {
    return beside(quotes, Sides.quoted(rows, quotes.rows), "before the first quote");
  }

  /** Rows of bids and those of asks of another file. */
  Draft asked(Draft asks) {
    return beside(asks, Sides.joined(rows, asks.rows), "without an ask");
  }

  /** Only some of its rows. */
  Draft only(List<Row> some) {
    return new Draft(this, name, defects, some);
  }

  /** With rows of other files, which are of other times. */
  Draft and(List<Draft> others) {
    List<Defect> all = new ArrayList<>(defects);
    List<Row> together = new ArrayList<>(rows);
    StringBuilder names = new StringBuilder(name);
    for (Draft other : others) {
      all.addAll(other.defects);
      together.addAll(other.rows);
      names.append(" + ").append(other.name);
    }
    together.sort(Comparator.comparingLong(Row::time));
    return new Draft(this, names.toString(), all, together);
  }

  /** Under another name. */
  Draft named(String other) {
    return new Draft(this, other, defects, rows);
  }

  /** With splits and dividends of a file. */
  Draft with(ActionFile actions) {
    return new Draft(
        this,
        name + " with " + actions.name(),
        true,
        defects,
        rows.isEmpty() ? rows : actions.applied(rows));
  }

  private Draft beside(Draft other, List<Row> put, String lacking) {
    List<Defect> all = new ArrayList<>(defects);
    all.addAll(other.defects);
    if (put.size() < rows.size()) {
      all.add(
          new Defect(
              Defect.Kind.GAP,
              name,
              0,
              "holds " + (rows.size() - put.size()) + " bars " + lacking + " in " + other.name));
    }
    BarChecks checks = new BarChecks(name, daily);
    List<Row> sound = checks.check(put);
    all.addAll(checks.defects());
    if (rows.size() > 1 && sound.size() < 2) {
      throw new BadDataException(
          List.of(
              new Defect(
                  Defect.Kind.GAP,
                  other.name,
                  0,
                  "leaves fewer than 2 of the " + rows.size() + " bars of " + name)));
    }
    return new Draft(this, name, all, sound);
  }

  /** Compares the rows with each other, the calendar and the market. */
  BarFile finished(MarketMoves moves) {
    if (rows.isEmpty()) {
      return new BarFile(
          name,
          daily,
          new Nyse(),
          BarLength.DAY,
          volumes,
          ticker,
          List.of(),
          List.of(),
          List.copyOf(defects));
    }
    List<Defect> all = new ArrayList<>(defects);
    BarLength length = BarLength.of(rows.stream().mapToLong(Row::time).toArray(), daily);
    Jumps jumps = new Jumps(name, reader.waivers(), moves, length);
    List<Row> level = jumps.check(rows);
    all.addAll(jumps.defects());
    new Dividends(name, acted, all).check(level);
    boolean known = volumes && rows.stream().anyMatch(row -> row.volume() > 0);
    if (known) {
      all.addAll(Untraded.in(name, daily, level, reader.waivers()));
      new VolumeUnits(name, daily, reader.waivers(), all).check(level);
    }
    if (!reader.isOfMarks()) {
      level = new Filled(name, daily, reader.waivers(), all).check(level);
    }
    MarketCalendar calendar =
        reader.calendar() == null ? calendar(rows, length) : reader.calendar();
    Sessions sessions = new Sessions(name, daily, calendar, length, reader, all);
    List<Row> open = apart(sessions.check(rows, level), calendar, length, all);
    Set<Long> times = open.stream().map(Row::time).collect(Collectors.toSet());
    List<Row> printed = jumps.printed().stream().filter(row -> times.contains(row.time())).toList();
    if (!known && !reader.isOfMarks() && !reader.isWithoutVolumes()) {
      all.add(
          new Defect(
              Defect.Kind.NO_VOLUME,
              name,
              volumes ? 0 : 1,
              (volumes ? "the volume of every bar is 0" : "there is no column of volumes")
                  + ": nothing would be filled; expected traded quantities, or the declaration"
                  + " that orders fill without a limit of volume"));
    }
    return new BarFile(
        name, daily, calendar, length, known, ticker, open, printed, List.copyOf(all));
  }

  /** Without bars that end with the one before, such as a stray day's in a file of weeks. */
  private List<Row> apart(
      List<Row> bars, MarketCalendar calendar, BarLength length, List<Defect> told) {
    if (bars.isEmpty()) {
      return bars;
    }
    CloseTimes ends = CloseTimes.of(bars, daily, length, calendar instanceof AroundTheClock);
    List<Row> apart = new ArrayList<>();
    for (Row row : bars) {
      if (!apart.isEmpty() && ends.of(row) <= ends.of(apart.getLast())) {
        told.add(
            new Defect(
                Defect.Kind.DUPLICATE,
                name,
                row.line(),
                BarChecks.stamp(row, daily)
                    + " is of the same "
                    + length
                    + " as line "
                    + apart.getLast().line()));
      } else {
        apart.add(row);
      }
    }
    return apart;
  }

  /** By the days and hours that have bars. */
  private MarketCalendar calendar(List<Row> bars, BarLength length) {
    Set<LocalDate> weekend = new HashSet<>();
    Set<Long> hours = new HashSet<>();
    for (Row row : bars) {
      LocalDate day = BarChecks.day(row);
      if (isWeekend(day)) {
        weekend.add(day);
      }
      hours.add(Math.floorMod(row.time(), DAY) / HOUR);
    }
    LocalDate first = BarChecks.day(bars.getFirst());
    LocalDate last = BarChecks.day(bars.getLast());
    long there = first.datesUntil(last.plusDays(1)).filter(Draft::isWeekend).count();
    boolean sundays = weekend.stream().anyMatch(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
    boolean saturdays = weekend.stream().anyMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY);
    // Half of the weekends' days are more than all Saturdays or all Sundays alone.
    if (sundays && saturdays && weekend.size() > OPEN_ON_WEEKENDS * there) {
      return new AroundTheClock();
    }
    if (daily) {
      return new Nyse();
    }
    ZoneId zone = reader.zone();
    boolean elsewhere = zone != null && !zone.equals(NEW_YORK) && !(zone instanceof ZoneOffset);
    if (hours.size() <= HOURS_OF_A_SESSION && zone != null && elsewhere) {
      return local(bars, zone, length.duration());
    }
    return hours.size() > HOURS_OF_A_SESSION
        ? new Forex()
        : isExtended(bars, length.duration()) ? new NyseExtended() : new Nyse();
  }

  /** An exchange of a declared zone; its hours are those of most days. */
  private static MarketCalendar local(List<Row> bars, ZoneId zone, Duration bar) {
    Map<LocalDate, LocalTime> first = new TreeMap<>();
    Map<LocalDate, LocalTime> last = new TreeMap<>();
    for (Row row : bars) {
      ZonedDateTime start = Instant.ofEpochMilli(row.time()).atZone(zone);
      first.putIfAbsent(start.toLocalDate(), start.toLocalTime());
      last.put(start.toLocalDate(), start.toLocalTime());
    }
    LocalTime opens = middle(first.values());
    LocalTime ends = middle(last.values()).plus(bar);
    return new LocalHours(zone, opens, ends.isAfter(opens) ? ends : LocalTime.MAX);
  }

  private static LocalTime middle(Collection<LocalTime> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  /** Whether many bars lie wholly before or after the session. */
  private static boolean isExtended(List<Row> bars, Duration bar) {
    Nyse nyse = new Nyse();
    long outside =
        bars.stream()
            .map(row -> Instant.ofEpochMilli(row.time()).atZone(nyse.zone()))
            .filter(start -> nyse.isSession(start.toLocalDate()))
            .filter(
                start ->
                    !start.toInstant().isBefore(nyse.close(start.toLocalDate()))
                        || !start.toInstant().plus(bar).isAfter(nyse.open(start.toLocalDate())))
            .count();
    return outside > EXTENDED * bars.size();
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
