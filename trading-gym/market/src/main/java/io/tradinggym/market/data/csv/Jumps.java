package io.tradinggym.market.data.csv;

import io.tradinggym.market.calendar.BarLength;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds prices on the wrong scale: whatever jumps beyond what {@link Moves} calls usual and is not explained by volume.
 *
 * <ul>
 *   <li>Bars that jump away and back are on another scale, whether one or several, and so are the first or last few of
 *       a file that stand a power of ten from the rest.
 *   <li>A jump for good near the ratio of a split is a split that was not adjusted for, one near a power of ten whose
 *       volume did not follow a change of scale; any other is told as it is.
 *   <li>A jump after a hole of months, beyond what so much time explains, is another company under the same ticker.
 * </ul>
 *
 * Where adjusted prices do not jump, printed ones may: the file knows of the split.
 */
final class Jumps {
  /** Of the logarithm: a night's move beside a split that the file does not name, and one that it does. */
  private static final double NEAR = 0.03;

  private static final double FARTHEST = 0.12;
  private static final double USUAL_MOVES = 2.5;
  private static final double NAMED_NEAR = 0.08;

  /** Nothing real goes up by this factor and back within days, whatever its volume. */
  private static final double THERE_AND_BACK = StrictMath.log(3);

  private static final int LONGEST_BLOCK = 20;
  private static final int FEW = 5;

  /** A hole of so many days is none of a market's own. */
  private static final int LONG_HOLE = 30;

  private static final double BEYOND = 4;
  private static final double LEAST_BREAK = StrictMath.log(1.5);

  /** A bar that moves more than this within itself, and to a split's ratio, hides one. */
  private static final double WITHIN = 0.3;

  private static final double USUAL_WITHIN = 10;

  private final String file;
  private final Waivers waivers;
  private final MarketMoves market;
  private final BarLength length;
  private final List<Defect> defects = new ArrayList<>();
  private List<Row> printed = List.of();

  Jumps(String file, Waivers waivers, MarketMoves market, BarLength length) {
    this.file = file;
    this.waivers = waivers;
    this.market = market;
    this.length = length;
  }

  List<Defect> defects() {
    return defects;
  }

  /** The rows that were kept, on the levels that the file gives them; the splits among them are those that it names. */
  List<Row> printed() {
    return printed;
  }

  List<Row> check(List<Row> rows) {
    List<Row> kept = withoutBlocks(withoutOpposites(rows));
    printed = kept;
    Moves moves = new Moves(kept, market, length);
    List<Row> level = new ArrayList<>(kept);
    for (int i = kept.size() - 1; i > 0; i--) {
      if (!waivers.has(kept.get(i))) {
        level(kept, moves, i, level);
      }
    }
    return level;
  }

  /** Tells a change of level at a bar, and brings earlier rows to the later one. */
  private void level(List<Row> rows, Moves moves, int bar, List<Row> level) {
    Row row = rows.get(bar);
    Row before = rows.get(bar - 1);
    double gap = moves.gap(bar);
    double less = Math.max(0, before.close() - row.dividend());
    if (isSplit(row)
        && (near(row.open() / before.close(), 1 / row.split(), NAMED_NEAR)
            || near(row.open() / less, 1 / row.split(), NAMED_NEAR))) {
      boolean known = before.adjusted() > 0 && Math.abs(gap) < NAMED_NEAR;
      if (!known) {
        split(before, row, describe(row.split()), "where the file names a split");
      }
      scale(level, bar, 1 / row.split(), row.split(), known);
      return;
    }
    boolean within = !moves.isLarge(bar) && isWithin(rows, moves, bar);
    double jump = within ? moves.move(bar) : gap;
    if (!within && moves.days(bar) > LONG_HOLE) {
      broken(before, row, gap, moves, bar);
      return;
    }
    if (!within && !moves.isLarge(bar)) {
      printed(moves, bar, level);
      return;
    }
    if (!within && moves.isNews(bar)) {
      return;
    }
    if (!within && before.adjusted() > 0 && !moves.isLargeInPrint(bar)) {
      tell(
          Defect.Kind.DIVIDEND,
          row,
          String.format(
              Locale.ROOT,
              "adjusted prices step from %s to %s on %s, where printed ones go from %s to %s",
              before.adjusted(),
              row.adjusted(),
              BarChecks.day(row),
              before.close(),
              row.close()));
      return;
    }
    double tolerance = Math.max(NEAR, Math.min(FARTHEST, USUAL_MOVES * moves.usual(bar)));
    double scale = Ratio.scale(jump, tolerance);
    if (scale != 1 && !moves.volumeFollows(bar, scale)) {
      tell(
          Defect.Kind.SCALE,
          row,
          String.format(
              Locale.ROOT,
              "the price goes from %s to %s on %s for good, and the volume does not follow: a scale"
                  + " of 1:%s%s",
              before.close(),
              within ? row.close() : row.open(),
              BarChecks.day(row),
              scale < 1 ? number(1 / scale) : number(scale) + " the other way",
              scale < 1 ? ", or a split of " + number(1 / scale) + ":1" : ""));
      scale(level, bar, scale, 1, false);
      return;
    }
    List<Ratio> ratios =
        scale == 1 ? Ratio.fitting(jump, tolerance) : List.of(Ratio.ofScale(scale));
    if (!ratios.isEmpty()) {
      double factor = ratios.getFirst().factor();
      boolean follows = moves.volumeFollows(bar, factor);
      split(
          before,
          within ? row.closing() : row,
          ratios.stream().map(Ratio::toString).collect(Collectors.joining(" or ")),
          follows ? "and the volume the other way" : "which no volume explains");
      scale(level, bar, factor, follows ? 1 / factor : 1, false);
      if (within) {
        level.set(bar, row.closing());
      }
      return;
    }
    tell(
        Defect.Kind.JUMP,
        row,
        String.format(
            Locale.ROOT,
            "the price goes from %s to %s on %s, %.0f times a usual move, which neither volume nor"
                + " a split explains",
            before.close(),
            row.open(),
            BarChecks.day(row),
            Math.abs(jump) / Math.max(moves.usual(bar), 1e-4)));
  }

  /** Prices as printed that jump by a split which the adjusted close knows of: earlier ones follow it. */
  private static void printed(Moves moves, int bar, List<Row> level) {
    if (moves.isLargeInPrint(bar) && Math.abs(moves.gap(bar)) < NAMED_NEAR) {
      Ratio.of(moves.printedGap(bar) - moves.gap(bar), NEAR)
          .ifPresent(ratio -> scale(level, bar, ratio.factor(), 1 / ratio.factor(), true));
    }
  }

  private static void scale(
      List<Row> level, int bar, double price, double volume, boolean adjustedKnows) {
    for (int earlier = 0; earlier < bar; earlier++) {
      Row row = level.get(earlier);
      level.set(earlier, adjustedKnows ? row.printed(price, volume) : row.scaled(price, volume));
    }
  }

  /** Another company, if the price is farther away than so much time explains. */
  private void broken(Row before, Row row, double gap, Moves moves, int bar) {
    if (Math.abs(gap) > Math.max(LEAST_BREAK, BEYOND * moves.usualOverall(bar))) {
      tell(
          Defect.Kind.REUSED,
          row,
          String.format(
              Locale.ROOT,
              "no bars from %s to %s, then the price goes from %s to %s: another company under the"
                  + " same ticker; expected one company, or a waiver",
              BarChecks.day(before),
              BarChecks.day(row),
              before.close(),
              row.open()));
    }
  }

  /** A split inside a bar whose open is still on the old level. */
  private static boolean isWithin(List<Row> rows, Moves moves, int bar) {
    double move = moves.move(bar);
    boolean stays = bar + 1 == rows.size() || Math.abs(moves.move(bar + 1)) < Math.abs(move) / 2;
    return stays
        && !moves.isTooShort()
        && Math.abs(move) > WITHIN
        && Math.abs(move) > USUAL_WITHIN * moves.usual(bar)
        && moves.surge(bar) > 0
        && !moves.isNews(bar)
        && Ratio.of(move, NEAR)
            .filter(ratio -> Math.min(ratio.of(), ratio.shares()) == 1)
            .isPresent();
  }

  /** Drops bars that stand on a split's other side: the file names a split that moves prices the other way. */
  private List<Row> withoutOpposites(List<Row> rows) {
    List<Row> kept = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean inside = i > 0 && i + 1 < rows.size() && !waivers.has(row);
      if (inside
          && isSplit(row)
          && near(row.open() / rows.get(i - 1).close(), row.split(), NAMED_NEAR)) {
        tell(
            Defect.Kind.SCALE,
            row,
            String.format(
                Locale.ROOT,
                "the price goes from %s to %s on %s, where the file names a split of %s, which"
                    + " would move it the other way",
                rows.get(i - 1).close(),
                row.open(),
                BarChecks.day(row),
                describe(row.split())));
      } else {
        kept.add(row);
      }
    }
    return kept;
  }

  /** Drops what jumps away and back, and the first or last few bars on another scale. */
  private List<Row> withoutBlocks(List<Row> rows) {
    int n = rows.size();
    Moves moves = new Moves(rows, market, length);
    boolean[] dropped = new boolean[n];
    for (int from = 1; from < n; from++) {
      if (moves.isLarge(from) && !waivers.has(rows.get(from))) {
        int to = back(rows, moves, from);
        double scale = Ratio.scale(moves.gap(from), NEAR + USUAL_MOVES * moves.usual(from));
        boolean edge = scale != 1 && !moves.volumeFollows(from, scale);
        if (to > 0) {
          block(rows, from, to, rows.get(from - 1), moves.gap(from), dropped);
          from = to;
        } else if (edge && from <= Math.min(FEW, n / 4)) {
          block(rows, 0, from, rows.get(from), -moves.gap(from), dropped);
        } else if (edge && n - from <= Math.min(FEW, n / 4)) {
          block(rows, from, n, rows.get(from - 1), moves.gap(from), dropped);
        }
      }
    }
    Spikes spikes = new Spikes(file, moves, waivers, defects);
    List<Row> kept = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Row sound = dropped[i] ? null : spikes.check(rows, i);
      if (sound != null) {
        kept.add(sound);
      }
    }
    return kept;
  }

  /** Where the price jumps back to; 0 if it does not. */
  private static int back(List<Row> rows, Moves moves, int from) {
    double away = moves.gap(from);
    boolean ten = Ratio.scale(away, FARTHEST) != 1;
    int most = ten ? Math.max(LONGEST_BLOCK, rows.size() / 4) : LONGEST_BLOCK;
    double sum = away;
    for (int to = from + 1; to < rows.size() && to - from <= most; to++) {
      sum = StrictMath.log(rows.get(to).open() / rows.get(from - 1).close());
      double allowed = Math.max(0.15, BEYOND * moves.usual(from) * Math.sqrt(to - from));
      boolean returned =
          moves.isLarge(to)
              && moves.gap(to) * away < 0
              && Math.abs(moves.gap(to) + away) < Math.min(allowed, Math.abs(away) / 2)
              && Math.abs(sum) < Math.abs(away) / 2;
      boolean impossible = Math.abs(away) > THERE_AND_BACK;
      if (returned && (impossible || (!moves.isNews(from) && !moves.isNews(to)))) {
        return to;
      }
    }
    return 0;
  }

  private void block(List<Row> rows, int from, int to, Row beside, double log, boolean[] dropped) {
    Row first = rows.get(from);
    String which =
        to - from == 1 ? "close " + first.close() : to - from + " bars from close " + first.close();
    tell(
        Defect.Kind.SCALE,
        first,
        String.format(
            Locale.ROOT,
            "%s on %s %s about %s times the price beside, %s in line %d: another scale",
            which,
            BarChecks.day(first),
            to - from == 1 ? "is" : "are",
            times(log),
            beside.close(),
            beside.line()));
    Arrays.fill(dropped, from, to, true);
  }

  private static boolean isSplit(Row row) {
    return row.split() > 0 && row.split() != 1;
  }

  private static boolean near(double jump, double ratio, double tolerance) {
    return Math.abs(StrictMath.log(jump / ratio)) < tolerance;
  }

  private void split(Row before, Row row, String ratio, String why) {
    tell(
        Defect.Kind.UNADJUSTED_SPLIT,
        row,
        String.format(
            Locale.ROOT,
            "the price goes from %s to %s on %s, %s: a split of %s that earlier prices were not"
                + " adjusted for",
            before.close(),
            row.open(),
            BarChecks.day(row),
            why,
            ratio));
  }

  private void tell(Defect.Kind kind, Row row, String message) {
    defects.add(new Defect(kind, file, row.line(), message));
  }

  /** The ratio of a split that a file gives as one number. */
  private static String describe(double split) {
    return Ratio.of(-StrictMath.log(split), 1e-9)
        .map(Ratio::toString)
        .orElse(String.format(Locale.ROOT, "%.4g:1", split));
  }

  /** How many times, or which power of ten. */
  static String times(double log) {
    double ratio = StrictMath.exp(log);
    double scale = Ratio.scale(log, NEAR + NEAR);
    return number(scale != 1 ? scale : ratio);
  }

  /** With four digits. */
  private static String number(double value) {
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      return String.valueOf(value);
    }
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
