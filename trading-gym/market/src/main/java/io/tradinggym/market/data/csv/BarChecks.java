package io.tradinggym.market.data.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks rows against each other, tells what is wrong and repairs by the rules of {@link Defect.Kind}. */
final class BarChecks {
  private static final long DAY = 86_400_000L;

  /** Without a calendar only longer holes are told: the longest closure of New York since 1914 was six days. */
  private static final long LONGEST_HOLE = 7 * DAY;

  /** Files that were rounded may miss by this. */
  private static final double ROUNDING = 1e-6;

  private final String file;
  private final boolean daily;
  private final @Nullable Predicate<LocalDate> sessions;
  private final boolean aroundTheClock;
  private final List<Defect> defects = new ArrayList<>();

  BarChecks(String file, boolean daily, @Nullable Predicate<LocalDate> sessions) {
    this(file, daily, sessions, false);
  }

  private BarChecks(
      String file, boolean daily, @Nullable Predicate<LocalDate> sessions, boolean aroundTheClock) {
    this.file = file;
    this.daily = daily;
    this.sessions = sessions;
    this.aroundTheClock = aroundTheClock;
  }

  /** Checks of a market that never closes. */
  static BarChecks aroundTheClock(String file, boolean daily) {
    return new BarChecks(file, daily, null, true);
  }

  List<Defect> defects() {
    return defects;
  }

  /** Tells the defects and returns what repair leaves. */
  List<Row> check(List<Row> rows) {
    List<Row> ordered = unique(ordered(rows));
    List<Row> sound = new ArrayList<>();
    for (Row row : ordered) {
      Row kept = values(row);
      if (kept != null) {
        sound.add(kept);
      }
    }
    Jumps jumps = new Jumps(file);
    List<Row> level = jumps.check(sound);
    defects.addAll(jumps.defects());
    new Dividends(file, defects).check(level);
    gaps(level);
    return level;
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
    if (smallest == 0) {
      tell(Defect.Kind.ZERO_PRICE, row, "price 0 on " + stamp(row) + "; prices must be > 0");
      return null;
    }
    double allowed = ROUNDING * row.close();
    double top = Math.max(row.open(), row.close());
    double bottom = Math.min(row.open(), row.close());
    if (row.high() < top - allowed
        || row.low() > bottom + allowed
        || row.high() < row.low() - allowed) {
      tell(
          Defect.Kind.OHLC,
          row,
          String.format(
              Locale.ROOT,
              "open %s, high %s, low %s, close %s on %s: high must be the highest and low the"
                  + " lowest",
              row.open(),
              row.high(),
              row.low(),
              row.close(),
              stamp(row)));
      return row.widened();
    }
    return row.widened();
  }

  /** Every step that is longer than the median one. */
  private void missing(List<Row> rows) {
    long usual = Math.max(1, medianStep(rows));
    for (int i = 1; i < rows.size(); i++) {
      long step = rows.get(i).time() - rows.get(i - 1).time();
      if (step > usual) {
        tell(
            Defect.Kind.GAP,
            rows.get(i),
            (step - 1) / usual
                + " bars missing between "
                + stamp(rows.get(i - 1))
                + " and "
                + stamp(rows.get(i)));
      }
    }
  }

  private void gaps(List<Row> rows) {
    if (aroundTheClock && rows.size() > 1) {
      missing(rows);
      return;
    }
    if (!daily) {
      return;
    }
    boolean weekly = rows.size() > 1 && weekly(rows);
    for (int i = 1; i < rows.size(); i++) {
      LocalDate before = day(rows.get(i - 1));
      LocalDate after = day(rows.get(i));
      if (sessions == null) {
        if (rows.get(i).time() - rows.get(i - 1).time() > LONGEST_HOLE && !weekly) {
          tell(Defect.Kind.GAP, rows.get(i), "no bars between " + before + " and " + after);
        }
      } else {
        long missing = before.plusDays(1).datesUntil(after).filter(sessions).count();
        if (missing > 0) {
          tell(
              Defect.Kind.GAP,
              rows.get(i),
              missing + " sessions without bars between " + before + " and " + after);
        }
      }
    }
  }

  private static boolean weekly(List<Row> rows) {
    return medianStep(rows) > 5 * DAY;
  }

  private static long medianStep(List<Row> rows) {
    long[] steps = new long[rows.size() - 1];
    for (int i = 1; i < rows.size(); i++) {
      steps[i - 1] = rows.get(i).time() - rows.get(i - 1).time();
    }
    Arrays.sort(steps);
    return steps[(steps.length - 1) / 2];
  }

  private void tell(Defect.Kind kind, Row row, String message) {
    defects.add(new Defect(kind, file, row.line(), message));
  }

  private String stamp(Row row) {
    return daily ? day(row).toString() : java.time.Instant.ofEpochMilli(row.time()).toString();
  }

  static LocalDate day(Row row) {
    return LocalDate.ofEpochDay(Math.floorDiv(row.time(), DAY));
  }
}
