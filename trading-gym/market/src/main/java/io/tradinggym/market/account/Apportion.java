package io.tradinggym.market.account;

import io.tradinggym.market.Money;

/** Shares of signed amounts. */
final class Apportion {
  private static final long SMALL = 3_000_000_000L;

  private Apportion() {}

  /** {@code amount x part / whole} rounded towards 0, for {@code 0 <= part <= whole}. */
  static long share(long amount, long part, long whole) {
    long product = amount * part;
    if (Math.multiplyHigh(amount, part) == product >> 63) {
      return product / whole;
    }
    if (whole < SMALL) {
      // Exact without a wide product: amount = quotient x whole + rest, all of one sign.
      return amount / whole * part + amount % whole * part / whole;
    }
    return amount < 0
        ? -Money.shareDown(-amount, part, whole)
        : Money.shareDown(amount, part, whole);
  }
}
