package io.tradinggym.experiments.backtest;

import io.tradinggym.market.data.Bars;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Many {@link io.tradinggym.trading.rule.MovingAverageCross} rules on one asset at once, without the exchange: equity
 * of an account that is flat or long, with its costs. What the exchange does is done in real numbers here, so the two
 * differ by what whole lots and money units round, and by nothing else:
 *
 * <pre>
 *   decision at close t: sum(fast) / fast > sum(slow) / slow, in whole ticks
 *   buy at open t+1: min(equity / close t, equity / paid), paid = open + worse + c min(open + worse, high)
 *   sell at open t+1: all, for open - worse - c max(open - worse, low);  worse = ceil(open x half spread) ticks
 * </pre>
 *
 * <p>It knows no limit of volume, no dividends and no interest. Bars are gone through in blocks that fit into the
 * cache, all pairs in each; a pair's bar is two loads and a comparison.
 */
public final class CrossGrid {
  private static final int BLOCK = 2048;

  /** As the desk sizes orders: a weight of 1 must not lose a lot to the last bit. */
  private static final double ROUNDING = 1 + 1e-12;

  private final long[] prefix;
  private final double[] close;
  private final double[] paid;
  private final double[] got;
  private final boolean[] fills;
  private final int first;

  /**
   * A grid over bars.
   *
   * @param bars of which one asset is traded
   * @param first bar at whose close the first decision may be taken
   * @param commission fraction of the notional, each way, >= 0
   * @param halfSpread what a trade pays, a fraction of the price, >= 0
   * @throws IllegalArgumentException if the asset pays dividends or splits
   */
  public CrossGrid(Bars bars, int asset, int first, double commission, double halfSpread) {
    int n = bars.length();
    if (n < 2 || first < 0 || first > n - 2 || !(commission >= 0) || !(halfSpread >= 0)) {
      throw new IllegalArgumentException(
          "a grid needs 2 bars, a first decision before the last of them and costs >= 0, were "
              + n
              + " bars, "
              + first
              + ", "
              + commission
              + " and "
              + halfSpread);
    }
    this.first = first;
    prefix = new long[n + 1];
    close = new double[n];
    paid = new double[n];
    got = new double[n];
    fills = new boolean[n];
    for (int t = 0; t < n; t++) {
      if (bars.dividend(asset, t) != 0 || bars.splitShares(asset, t) != bars.splitOf(asset, t)) {
        throw new IllegalArgumentException(
            "a grid knows no dividends and splits; bar " + t + " has some: use adjusted prices");
      }
      close[t] = bars.close(asset, t);
      prefix[t + 1] = prefix[t] + bars.close(asset, t);
      double open = bars.open(asset, t);
      double worse = Math.ceil(open * halfSpread);
      paid[t] = open + worse + commission * Math.min(open + worse, (double) bars.high(asset, t));
      got[t] = open - worse - commission * Math.max(open - worse, (double) bars.low(asset, t));
      fills[t] = bars.traded(asset, t) && t + 1 < n && bars.traded(asset, t + 1);
    }
  }

  /** Bars from the first decision on, less one: returns of a curve. */
  public int periods() {
    return close.length - 1 - first;
  }

  /**
   * Growth of 1 over all bars for every pair of lengths; NaN where fast is not less than slow.
   *
   * @param fasts closes of the fast average, each >= 1
   * @param slows closes of the slow average
   * @return [fast][slow]
   */
  public double[][] growth(int[] fasts, int[] slows) {
    int[] lengths = IntStream.concat(IntStream.of(fasts), IntStream.of(slows)).distinct().toArray();
    requireLengths(lengths);
    double[][] means = new double[lengths.length][BLOCK];
    Account[][] accounts = new Account[fasts.length][slows.length];
    for (Account[] row : accounts) {
      Arrays.setAll(row, i -> new Account());
    }
    for (int from = first; from < close.length - 1; from += BLOCK) {
      int to = Math.min(from + BLOCK, close.length - 1);
      for (int i = 0; i < lengths.length; i++) {
        means(lengths[i], from, to, means[i]);
      }
      for (int f = 0; f < fasts.length; f++) {
        for (int s = 0; s < slows.length; s++) {
          if (fasts[f] < slows[s]) {
            int begin = Math.max(from, slows[s] - 1);
            double[] fast = means[index(lengths, fasts[f])];
            trade(accounts[f][s], fast, means[index(lengths, slows[s])], from, begin, to);
          }
        }
      }
    }
    double last = close[close.length - 1];
    double[][] growth = new double[fasts.length][slows.length];
    for (int f = 0; f < fasts.length; f++) {
      for (int s = 0; s < slows.length; s++) {
        growth[f][s] = fasts[f] < slows[s] ? accounts[f][s].worth(last) : Double.NaN;
      }
    }
    return growth;
  }

  /** Growth of 1 at every close from the first decision on, for one pair. */
  public double[] equity(int fast, int slow) {
    requireLengths(fast, slow);
    if (fast >= slow) {
      throw new IllegalArgumentException(
          "averages need fast < slow, were " + fast + " and " + slow);
    }
    Account account = new Account();
    double[] quick = new double[1];
    double[] calm = new double[1];
    double[] equity = new double[close.length - first];
    equity[0] = 1;
    for (int t = first; t < close.length - 1; t++) {
      means(fast, t, t + 1, quick);
      means(slow, t, t + 1, calm);
      trade(account, quick, calm, t, Math.max(t, slow - 1), t + 1);
      equity[t - first + 1] = account.worth(close[t + 1]);
    }
    return equity;
  }

  /** Shares and cash of an account that was 1 when it was last flat; {@code scale} is what that was worth. */
  private static final class Account {
    double scale = 1;
    double shares;
    double cash = 1;

    double worth(double price) {
      return scale * (cash + shares * price);
    }
  }

  private void means(int length, int from, int to, double[] into) {
    for (int t = Math.max(from, length - 1); t < to; t++) {
      into[t - from] = (double) (prefix[t + 1] - prefix[t + 1 - length]) / length;
    }
  }

  private void trade(Account account, double[] fast, double[] slow, int from, int begin, int to) {
    boolean in = account.shares > 0;
    for (int t = begin; t < to; t++) {
      boolean up = fast[t - from] > slow[t - from];
      if (up != in && fills[t]) {
        if (up) {
          account.shares = Math.min(ROUNDING / close[t], 1 / paid[t + 1]);
          account.cash = 1 - account.shares * paid[t + 1];
        } else {
          account.scale = account.worth(got[t + 1]);
          account.shares = 0;
          account.cash = 1;
        }
        in = up;
      }
    }
  }

  private static int index(int[] lengths, int length) {
    int i = 0;
    while (lengths[i] != length) {
      i++;
    }
    return i;
  }

  private static void requireLengths(int... lengths) {
    for (int length : lengths) {
      if (length < 1) {
        throw new IllegalArgumentException("lengths must be >= 1, was " + length);
      }
    }
  }
}
