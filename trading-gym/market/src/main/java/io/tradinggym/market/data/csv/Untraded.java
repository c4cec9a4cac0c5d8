package io.tradinggym.market.data.csv;

import java.util.ArrayList;
import java.util.List;

/** Prices that move for many bars while no volume is there: the volumes are missing, and nothing would be filled. */
final class Untraded {
  /** Real files have up to two such bars in a row. */
  private static final int ENOUGH = 5;

  private Untraded() {}

  static List<Defect> in(String file, boolean daily, List<Row> rows, Waivers waivers) {
    List<Defect> defects = new ArrayList<>();
    int from = 1;
    for (int i = 1; i <= rows.size(); i++) {
      if (i < rows.size() && isMovedByNobody(rows.get(i), rows.get(i - 1), waivers)) {
        continue;
      }
      if (i - from >= ENOUGH) {
        Row first = rows.get(from);
        defects.add(
            new Defect(
                Defect.Kind.UNTRADED,
                file,
                first.line(),
                (i - from)
                    + " bars from "
                    + BarChecks.stamp(first, daily)
                    + " have no volume although the price moves: nothing would be filled in them;"
                    + " expected traded quantities"));
      }
      from = i + 1;
    }
    return defects;
  }

  /** Quotes move without trades. */
  private static boolean isMovedByNobody(Row row, Row before, Waivers waivers) {
    return row.volume() == 0
        && row.quote() == null
        && (row.high() > row.low() || row.close() != before.close())
        && !waivers.has(row);
  }
}
