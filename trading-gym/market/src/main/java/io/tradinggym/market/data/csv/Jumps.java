package io.tradinggym.market.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds prices on the wrong scale. A jump of more than 40 % overnight that is close to the ratio of a split (2, 3, 4,
 * 5, 10, 20, ... and their inverses) is
 *
 * <ul>
 *   <li>a scale error if the next bar jumps back, or if the file names a split that would move prices the other way,
 *   <li>an unadjusted split if the file names a split on that day, or if volume moved by about the inverse ratio, as
 *       the number of shares did; a real crash or rally moves volume up whatever its direction.
 * </ul>
 */
final class Jumps {
  private static final double[] RATIOS = {2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100};
  private static final double SMALLEST = 0.40;

  /** Of the logarithm: a night's move beside a split that the file does not name, and one that it does. */
  private static final double NEAR = 0.03;

  private static final double NAMED_NEAR = 0.08;
  private static final double VOLUME_NEAR = 2;
  private static final int VOLUME_BARS = 10;

  private final String file;
  private final List<Defect> defects = new ArrayList<>();

  Jumps(String file) {
    this.file = file;
  }

  List<Defect> defects() {
    return defects;
  }

  List<Row> check(List<Row> rows) {
    List<Row> kept = withoutSpikes(rows);
    List<Row> level = new ArrayList<>(kept);
    for (int i = kept.size() - 1; i > 0; i--) {
      Row row = kept.get(i);
      double jump = row.open() / kept.get(i - 1).close();
      double ratio = nearest(jump);
      boolean named = isSplit(row) && near(jump, 1 / row.split(), NAMED_NEAR);
      if (named || (ratio != 1 && volumeFollows(kept, i, ratio))) {
        double factor = named ? 1 / row.split() : ratio;
        defects.add(
            new Defect(
                Defect.Kind.UNADJUSTED_SPLIT,
                file,
                row.line(),
                String.format(
                    Locale.ROOT,
                    "the price goes from %s to %s on %s, %s: a split of %s that earlier prices were not adjusted for",
                    kept.get(i - 1).close(),
                    row.open(),
                    BarChecks.day(row),
                    named ? "where the file names a split" : "and the volume the other way",
                    describe(1 / factor))));
        for (int earlier = 0; earlier < i; earlier++) {
          level.set(earlier, level.get(earlier).scaled(factor, 1 / factor));
        }
      }
    }
    return level;
  }

  /** Drops single bars on another scale than both neighbours. */
  private List<Row> withoutSpikes(List<Row> rows) {
    List<Row> kept = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (i > 0 && i + 1 < rows.size()) {
        double before = row.close() / rows.get(i - 1).close();
        double after = row.close() / rows.get(i + 1).close();
        double ratio = nearest(before);
        if (isSplit(row) && near(row.open() / rows.get(i - 1).close(), row.split(), NAMED_NEAR)) {
          defects.add(
              new Defect(
                  Defect.Kind.SCALE,
                  file,
                  row.line(),
                  String.format(
                      Locale.ROOT,
                      "the price goes from %s to %s on %s, where the file names a split of %s, which would move it the other way",
                      rows.get(i - 1).close(),
                      row.open(),
                      BarChecks.day(row),
                      describe(row.split()))));
          continue;
        }
        if (ratio != 1 && nearest(after) == ratio && (ratio >= 5 || ratio <= 0.2)) {
          defects.add(
              new Defect(
                  Defect.Kind.SCALE,
                  file,
                  row.line(),
                  String.format(
                      Locale.ROOT,
                      "close %s on %s is %s times its neighbours %s and %s: another scale",
                      row.close(),
                      BarChecks.day(row),
                      describe(ratio),
                      rows.get(i - 1).close(),
                      rows.get(i + 1).close())));
          continue;
        }
      }
      kept.add(row);
    }
    return kept;
  }

  /** The ratio that a jump is close to, 1 for none. */
  private static double nearest(double jump) {
    if (Math.abs(jump - 1) < SMALLEST && Math.abs(1 / jump - 1) < SMALLEST) {
      return 1;
    }
    for (double ratio : RATIOS) {
      if (near(jump, ratio, NEAR)) {
        return ratio;
      }
      if (near(jump, 1 / ratio, NEAR)) {
        return 1 / ratio;
      }
    }
    return 1;
  }

  private static boolean isSplit(Row row) {
    return row.split() > 0 && row.split() != 1;
  }

  private static boolean near(double jump, double ratio, double tolerance) {
    return Math.abs(StrictMath.log(jump / ratio)) < tolerance;
  }

  /** Whether typical volume after the jump is about 1/ratio of that before. */
  private static boolean volumeFollows(List<Row> rows, int at, double ratio) {
    double before = medianVolume(rows, Math.max(0, at - VOLUME_BARS), at);
    double after = medianVolume(rows, at, Math.min(rows.size(), at + VOLUME_BARS));
    if (before <= 0 || after <= 0) {
      return false;
    }
    double product = after / before * ratio;
    boolean opposite = ratio < 1 ? after > before : after < before;
    return opposite && product < VOLUME_NEAR && product > 1 / VOLUME_NEAR;
  }

  /** The median: the one busy day of a crash does not count. */
  private static double medianVolume(List<Row> rows, int from, int to) {
    double[] volumes = rows.subList(from, to).stream().mapToDouble(Row::volume).sorted().toArray();
    return volumes[volumes.length / 2];
  }

  private static String describe(double ratio) {
    return ratio >= 1
        ? String.format(Locale.ROOT, "%.4g:1", ratio)
        : String.format(Locale.ROOT, "1:%.4g", 1 / ratio);
  }
}
