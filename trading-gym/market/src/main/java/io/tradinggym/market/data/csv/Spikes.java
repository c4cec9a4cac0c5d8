package io.tradinggym.market.data.csv;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Single prices of a bar that are far from all others and that nobody traded at: an open or a close that the next price
 * takes back, a high or a low beyond any move.
 */
final class Spikes {
  private static final double FACTOR_THREE = StrictMath.log(3);
  private static final double USUAL_MOVES = 10;

  /** A close that the next open takes back to within this part of it. */
  private static final double TAKEN_BACK = 0.25;

  private final String file;
  private final Moves moves;
  private final Waivers waivers;
  private final List<Defect> defects;

  Spikes(String file, Moves moves, Waivers waivers, List<Defect> defects) {
    this.file = file;
    this.moves = moves;
    this.waivers = waivers;
    this.defects = defects;
  }

  /** The bar as it may be kept: cut to open and close if its range is beyond belief; null if those are. */
  @Nullable Row check(List<Row> rows, int bar) {
    Row row = rows.get(bar);
    double gap = bar == 0 ? 0 : moves.gap(bar);
    double top = StrictMath.log(row.high() / Math.max(row.open(), row.close()));
    double bottom = StrictMath.log(row.low() / Math.min(row.open(), row.close()));
    boolean calm = Math.max(Math.abs(gap), Math.max(top, -bottom)) <= FACTOR_THREE;
    boolean jumpsNext = bar + 1 < rows.size() && moves.isLarge(bar + 1);
    if (moves.isTooShort() || waivers.has(row) || (calm && !jumpsNext) || moves.isNews(bar)) {
      return row;
    }
    double usual = bar == 0 ? 0 : moves.usual(bar);
    double far = Math.max(FACTOR_THREE, USUAL_MOVES * usual);
    if (Math.abs(gap) > far && Math.abs(moves.move(bar)) < Math.abs(gap) / 2) {
      tell(row, "open " + row.open(), gap, "the close " + row.close());
      return null;
    }
    if (jumpsNext && !moves.isNews(bar + 1)) {
      double away = StrictMath.log(row.close() / row.open());
      double back = moves.gap(bar + 1);
      if (Math.abs(away + back) < TAKEN_BACK * Math.abs(back)) {
        tell(row, "close " + row.close(), -back, "the next open " + rows.get(bar + 1).open());
        return null;
      }
    }
    if (top > far || bottom < -far) {
      boolean high = top > far;
      String name = high ? "high " + row.high() : "low " + row.low();
      tell(row, name, high ? top : bottom, "the nearer of open and close");
      return row.cut();
    }
    return row;
  }

  private void tell(Row row, String name, double log, String beside) {
    defects.add(
        new Defect(
            Defect.Kind.SCALE,
            file,
            row.line(),
            String.format(
                Locale.ROOT,
                "%s on %s is about %s times %s, and no volume explains it: another scale",
                name,
                BarChecks.day(row),
                Jumps.times(log),
                beside)));
  }
}
