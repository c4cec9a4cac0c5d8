package io.tradinggym.trading.flow;

import io.tradinggym.market.Money;

/**
 * Shares of whole amounts that add up exactly. Of a whole of {@code w = w1 + ... + wn}, the k-th part of an amount is
 * {@code share(w1 + ... + wk) - share(w1 + ... + w(k-1))}: every part is within one unit of its due, and all together
 * they are the amount, whatever the rounding of a share.
 */
final class Parts {
  private Parts() {}

  /** {@code amount x part / whole}, rounded towards 0, for {@code 0 <= part <= whole}; 0 of nothing. */
  static long share(long amount, long part, long whole) {
    if (whole == 0) {
      return 0;
    }
    return amount < 0
        ? -Money.shareDown(-amount, part, whole)
        : Money.shareDown(amount, part, whole);
  }

  /** {@code amount x lots / denominator} rounded down, of any sign of lots: what is received down, what is paid up. */
  static long floor(long amount, long lots, long denominator) {
    return lots >= 0
        ? Money.shareDown(amount, lots, denominator)
        : -Money.shareUp(amount, -lots, denominator);
  }

  /** Sum of absolute weights. */
  static long whole(long[] weights) {
    long sum = 0;
    for (long weight : weights) {
      sum = Math.addExact(sum, Math.abs(weight));
    }
    return sum;
  }
}
