package io.tradinggym.market.data.csv;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Volumes that are counted in another unit from one day on (lots of a hundred, thousands, millions), of which orders
 * that are limited by volume know nothing. Told where they change by about such a factor overnight and for good, while
 * the price does nothing of the kind: what is traded a hundred times as much has news, and moves.
 */
final class VolumeUnits {
  /** Bars on either side that are compared. */
  private static final int BARS = 20;

  private static final double[] UNITS = {1e2, 1e3, 1e6};

  /** Medians of so many bars hit a unit's factor this well; 0.2 is a factor of 1.6. */
  private static final double NEAR = 0.2;

  /** The least on one side over the most on the other: nothing lies between two units. */
  private static final double APART = 5;

  /** Of the usual move, as its median: news moves prices by more. */
  private static final double NEWS = 8;

  private final String file;
  private final boolean daily;
  private final Waivers waivers;
  private final List<Defect> defects;

  VolumeUnits(String file, boolean daily, Waivers waivers, List<Defect> defects) {
    this.file = file;
    this.daily = daily;
    this.waivers = waivers;
    this.defects = defects;
  }

  /** Of bars of days or longer: within a day volume has its hours. */
  void check(List<Row> rows) {
    if (!daily) {
      return;
    }
    List<Row> traded = rows.stream().filter(row -> row.volume() > 0).toList();
    for (int i = BARS; i + BARS <= traded.size(); i++) {
      double now = traded.get(i).volume();
      double last = traded.get(i - 1).volume();
      // Two bars that lie apart are few, and their neighbours are looked at only then.
      if (now > last * APART || now * APART < last) {
        compare(traded, i);
      }
    }
  }

  private void compare(List<Row> traded, int at) {
    double[] before = volumes(traded.subList(at - BARS, at));
    double[] after = volumes(traded.subList(at, at + BARS));
    boolean less = after[BARS - 1] * APART < before[0];
    boolean apart = less || before[BARS - 1] * APART < after[0];
    double factor = StrictMath.log10(after[BARS / 2] / before[BARS / 2]);
    OptionalInt unit = apart ? unit(Math.abs(factor)) : OptionalInt.empty();
    Row first = traded.get(at);
    if (unit.isPresent() && !waivers.has(first) && !isNews(traded, at)) {
      defects.add(
          new Defect(
              Defect.Kind.VOLUME_UNIT,
              file,
              first.line(),
              "volumes are "
                  + unit.getAsInt()
                  + " times "
                  + (less ? "smaller" : "larger")
                  + " from "
                  + BarChecks.stamp(first, daily)
                  + " on, from one bar to the next: counted in another unit; expected one unit"
                  + " throughout"));
    }
  }

  private static double[] volumes(List<Row> rows) {
    return rows.stream().mapToDouble(Row::volume).sorted().toArray();
  }

  private static OptionalInt unit(double decades) {
    return Arrays.stream(UNITS)
        .filter(unit -> Math.abs(decades - StrictMath.log10(unit)) < NEAR)
        .mapToInt(unit -> (int) unit)
        .findFirst();
  }

  private static boolean isNews(List<Row> rows, int at) {
    double[] usual = new double[BARS - 1];
    for (int i = 0; i < usual.length; i++) {
      usual[i] = move(rows, at - BARS + 1 + i);
    }
    Arrays.sort(usual);
    return move(rows, at) > NEWS * usual[usual.length / 2];
  }

  private static double move(List<Row> rows, int at) {
    return Math.abs(StrictMath.log(rows.get(at).close() / rows.get(at - 1).close()));
  }
}
