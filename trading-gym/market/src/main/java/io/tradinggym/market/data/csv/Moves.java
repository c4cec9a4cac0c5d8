package io.tradinggym.market.data.csv;

import io.tradinggym.market.calendar.BarLength;
import java.util.Arrays;
import java.util.List;

/**
 * How the price moves from bar to bar, against what is usual for it at that time: a jump is a move between one bar's
 * close and the next one's open that is large against the asset's own volatility before and after and against the
 * market, and that nobody traded on.
 *
 * <p>News moves prices too, but brings volume: in shares and in money, both. A split leaves the money as it was, a
 * change of scale the shares. Constants are set such that of real daily and hourly bars of 25 files, among them the
 * crashes of 2000, 2008 and 2020, only splits and wrong prices are left.
 */
final class Moves {
  /** Bars before and after that say what is usual. */
  private static final int WINDOW = 20;

  private static final int LEAST = 5;

  /** Of usual moves, where the volume is known, and where it is not. */
  private static final double LARGE = 5;

  private static final double LARGE_WITHOUT_VOLUME = 10;

  /** Smaller jumps, 11 %, are no business of this check, however quiet the asset is. */
  private static final double SMALLEST = 0.11;

  /** News brings so many times the usual volume. */
  private static final double NEWS = 1.7;

  private static final double NORMAL = 1.4826;
  private static final double TRADING_DAYS = 5.0 / 7;
  private static final long DAY = 86_400_000L;

  private final List<Row> rows;
  private final MarketMoves market;
  private final double barMillis;

  /** Log of open over the close before, and of close over the close before. */
  private final double[] gap;

  private final double[] move;

  Moves(List<Row> rows, MarketMoves market, BarLength length) {
    this.rows = rows;
    this.market = market;
    barMillis = length.duration().toMillis();
    gap = new double[rows.size()];
    move = new double[rows.size()];
    for (int i = 1; i < rows.size(); i++) {
      double before = adjusted(rows.get(i - 1), rows.get(i - 1).close());
      gap[i] = StrictMath.log(adjusted(rows.get(i), rows.get(i).open()) / before);
      move[i] = StrictMath.log(adjusted(rows.get(i), rows.get(i).close()) / before);
    }
  }

  private static double adjusted(Row row, double price) {
    return row.adjusted() > 0 ? price * row.adjusted() / row.close() : price;
  }

  double gap(int bar) {
    return gap[bar];
  }

  double move(int bar) {
    return move[bar];
  }

  /** Log of open over the close before, of prices as the file prints them. */
  double printedGap(int bar) {
    return StrictMath.log(rows.get(bar).open() / rows.get(bar - 1).close());
  }

  /** What is usual for a move into this bar: the larger of before and after, for time passed. */
  double usual(int bar) {
    double usual = 0;
    for (double[] moves : new double[][] {gap, move}) {
      usual = Math.max(usual, deviation(moves, Math.max(1, bar - WINDOW), bar));
      usual = Math.max(usual, deviation(moves, bar + 1, Math.min(moves.length, bar + 1 + WINDOW)));
    }
    return usual * Math.sqrt(bars(bar));
  }

  /** What is usual over the whole history, for the time passed: for breaks of months and years. */
  double usualOverall(int bar) {
    return Math.max(deviation(move, 1, move.length), 1e-3) * Math.sqrt(bars(bar));
  }

  /** Bars that would have fit between a bar and the one before. */
  private double bars(int bar) {
    double millis = rows.get(bar).time() - rows.get(bar - 1).time();
    double share = barMillis >= DAY ? TRADING_DAYS : 1;
    return Math.max(1, share * millis / barMillis);
  }

  /** Days between a bar and the one before. */
  long days(int bar) {
    return (rows.get(bar).time() - rows.get(bar - 1).time()) / DAY;
  }

  private static double deviation(double[] moves, int from, int to) {
    if (to - from < LEAST) {
      return 0;
    }
    double[] sizes = Arrays.stream(moves, from, to).map(Math::abs).sorted().toArray();
    return NORMAL * sizes[sizes.length / 2];
  }

  /** Whether the price stands at another level from this bar on, far from anything usual. */
  boolean isLarge(int bar) {
    // Most bars move by less than any limit: what is usual is looked up for the others.
    if (isTooShort() || !(Math.abs(gap[bar]) > SMALLEST)) {
      return false;
    }
    double limit = limit(bar);
    boolean stays = gap[bar] * move[bar] > 0 && Math.abs(move[bar]) >= Math.abs(gap[bar]) / 2;
    double own = gap[bar] - market.at(rows.get(bar).time());
    return stays && Math.abs(gap[bar]) > limit && Math.abs(own) > limit;
  }

  /** Whether prices as printed jump. */
  boolean isLargeInPrint(int bar) {
    double printed = Math.abs(printedGap(bar));
    return !isTooShort() && printed > SMALLEST && printed > limit(bar);
  }

  /** Whether there are so few bars that nothing is usual. */
  boolean isTooShort() {
    return rows.size() <= LEAST + 1;
  }

  private double limit(int bar) {
    double times = surge(bar) > 0 ? LARGE : LARGE_WITHOUT_VOLUME;
    return Math.max(SMALLEST, times * usual(bar));
  }

  /** Whether more was traded than usual, in shares and in money. */
  boolean isNews(int bar) {
    return surge(bar) >= NEWS;
  }

  /**
   * How many times the usual volume a bar has: the least of shares and money against the bars before, and of shares
   * against the bars after, for news is over soon and a split's new number of shares stays. 0 if it is not known.
   */
  double surge(int bar) {
    Row row = rows.get(bar);
    int after = Math.min(rows.size(), bar + 1 + WINDOW);
    double shares = median(Math.max(0, bar - WINDOW), bar, false);
    double money = median(Math.max(0, bar - WINDOW), bar, true);
    if (!(shares > 0 && money > 0)) {
      return 0;
    }
    double surge = Math.min(row.volume() / shares, row.volume() * row.close() / money);
    double later = after - bar <= LEAST ? 0 : median(bar + 1, after, false);
    return later > 0 ? Math.min(surge, row.volume() / later) : surge;
  }

  private double median(int from, int to, boolean money) {
    double[] volumes =
        rows.subList(from, to).stream()
            .mapToDouble(row -> money ? row.volume() * row.close() : row.volume())
            .sorted()
            .toArray();
    return volumes.length == 0 ? 0 : volumes[volumes.length / 2];
  }

  /** Whether typical volume from this bar on is that before over a ratio of prices, as the number of shares is. */
  boolean volumeFollows(int bar, double ratio) {
    double before = median(Math.max(0, bar - WINDOW / 2), bar, false);
    double after = median(bar, Math.min(rows.size(), bar + WINDOW / 2), false);
    double product = before > 0 ? after / before * ratio : 0;
    boolean opposite = ratio < 1 ? after > before : after < before;
    return opposite && product < 2 && product > 0.5;
  }
}
