package io.tradinggym.market.account;

import io.tradinggym.market.Money;

/** Shares of signed amounts. */
final class Apportion {
  private Apportion() {}

  /** {@code amount x part / whole} rounded towards 0, for {@code 0 <= part <= whole}. */
  static long share(long amount, long part, long whole) {
    long product = amount * part;
    if (Math.multiplyHigh(amount, part) == product >> 63) {
      return product / whole;
    }
    return amount < 0
        ? -Money.shareDown(-amount, part, whole)
        : Money.shareDown(amount, part, whole);
  }
}
