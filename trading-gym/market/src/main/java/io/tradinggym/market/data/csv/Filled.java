package io.tradinggym.market.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bars that are none: a hole that was filled forward. They repeat the bar before with its volume, or stand at its close
 * from high to low. Without a volume that is told of days only: in short bars of a quiet market nobody may have traded,
 * and nothing is filled in them.
 */
final class Filled {
  /** Fewer may be a quiet market's own. */
  private static final int ENOUGH = 5;

  /** Bars that move: with fewer of them, or a smaller part, repeating is what the asset does. */
  private static final int LEAST_MOVING = 20;

  private static final double LEAST_PART = 0.1;

  private final String file;
  private final boolean daily;
  private final Waivers waivers;
  private final List<Defect> defects;

  Filled(String file, boolean daily, Waivers waivers, List<Defect> defects) {
    this.file = file;
    this.daily = daily;
    this.waivers = waivers;
    this.defects = defects;
  }

  /** Tells such bars and returns the others. */
  List<Row> check(List<Row> rows) {
    long moving =
        IntStream.range(1, rows.size()).filter(i -> !repeats(rows.get(i), rows.get(i - 1))).count();
    if (moving < Math.max(LEAST_MOVING, LEAST_PART * rows.size())) {
      return rows;
    }
    List<Row> kept = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i < rows.size() && repeats(rows.get(i), rows.get(i - 1))) {
        continue;
      }
      // The first of a run is the bar that is repeated.
      kept.add(rows.get(from));
      if (i - from - 1 >= ENOUGH) {
        Row first = rows.get(from + 1);
        defects.add(
            new Defect(
                Defect.Kind.FILLED,
                file,
                first.line(),
                (i - from - 1)
                    + " bars from "
                    + BarChecks.stamp(first, daily)
                    + " repeat the one before: a hole that was filled forward; expected bars of"
                    + " trades, or none"));
      } else {
        kept.addAll(rows.subList(from + 1, i));
      }
      from = i;
    }
    return kept;
  }

  private boolean repeats(Row row, Row before) {
    boolean flat =
        row.high() == row.low() && row.close() == before.close() && row.open() == row.close();
    boolean same =
        row.open() == before.open()
            && row.high() == before.high()
            && row.low() == before.low()
            && row.close() == before.close();
    boolean volume = row.volume() == 0 ? daily : row.volume() == before.volume();
    return (flat || same) && volume && row.quote() == null && !waivers.has(row);
  }
}
