package io.tradinggym.allocator.multi;

import java.util.Arrays;

/** What is recorded of a share or the perpetual, session by session. */
final class AssetHistory {
  /** Close, ticks; that of a share with options is its chain's. */
  final long[] ticks;

  final boolean[] traded;
  final long[] dividend;
  final int[] splitShares;
  final int[] splitOf;

  /** Log returns, splits undone. */
  final double[] move;

  final int[] stamps;
  final long[] funding;

  /** What the next stamps were expected to be. */
  final double[] ahead;

  /** The session from which on it has left the market. */
  int goneFrom = Integer.MAX_VALUE;

  /** Usual deviation of a session's log return. */
  final double deviation;

  AssetHistory(int sessions, double deviation) {
    this.deviation = deviation;
    ticks = new long[sessions];
    traded = new boolean[sessions];
    dividend = new long[sessions];
    splitShares = new int[sessions];
    splitOf = new int[sessions];
    move = new double[sessions];
    stamps = new int[sessions];
    funding = new long[sessions];
    ahead = new double[sessions];
    Arrays.fill(splitShares, 1);
    Arrays.fill(splitOf, 1);
  }

  /** Notes what a tape shows today. */
  void note(int session, MultiTape tape, int asset, boolean perpetual) {
    ticks[session] = tape.ticks(asset);
    traded[session] = tape.trades(asset);
    move[session] = tape.lastReturn(asset);
    if (tape.gone(asset)) {
      goneFrom = Math.min(goneFrom, session);
    }
    if (perpetual) {
      stamps[session] = tape.stamps();
      funding[session] = tape.fundingRate();
      ahead[session] = tape.fundingAhead();
    } else {
      dividend[session] = tape.dividend(asset);
      splitShares[session] = tape.splitShares(asset);
      splitOf[session] = tape.splitOf(asset);
    }
  }

  /** Closes of a chain split with it; dividends after a split are of the new shares. */
  AssetHistory split(int session, int factor) {
    AssetHistory split = new AssetHistory(ticks.length, deviation);
    split.goneFrom = goneFrom;
    for (int i = 0; i < ticks.length; i++) {
      split.traded[i] = traded[i];
      split.move[i] = move[i];
      split.ticks[i] = i < session ? ticks[i] : Math.floorDiv(ticks[i] + factor / 2, factor);
      split.dividend[i] = i <= session ? dividend[i] : dividend[i] / factor;
      split.splitShares[i] = splitShares[i];
      split.splitOf[i] = splitOf[i];
    }
    split.splitShares[session] = Math.multiplyExact(splitShares[session], factor);
    return split;
  }
}
