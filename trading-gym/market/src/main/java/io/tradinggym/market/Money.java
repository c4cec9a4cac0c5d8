package io.tradinggym.market;

import java.math.BigDecimal;

/**
 * Arithmetic of money: a long of 1e-8 of its currency. Every operation either is exact, or names its rounding, or
 * throws {@link ArithmeticException} on overflow (beyond about 92 billion of a currency).
 */
public final class Money {
  /** Units in one of the currency. */
  public static final long UNITS = 100_000_000L;

  private Money() {}

  /**
   * {@return an amount in units}
   *
   * @param amount in the smallest unit of the currency
   * @throws ArithmeticException if it has more than 8 decimals or is too large
   */
  public static long of(String amount) {
    return new BigDecimal(amount).movePointRight(8).longValueExact();
  }

  /**
   * {@return an amount in units, rounded to the nearest}
   *
   * @param amount in the smallest unit of the currency
   */
  public static long ofRounded(double amount) {
    double units = amount * UNITS;
    if (!(Math.abs(units) < 0x1p63)) {
      throw new ArithmeticException("amount of money out of range: " + amount);
    }
    return Math.round(units);
  }

  /**
   * {@return the units as a number of the currency, to the nearest double}
   *
   * @param units in the smallest unit of the currency
   */
  public static double toDouble(long units) {
    return units / (double) UNITS;
  }

  /**
   * {@return {@code amount x numerator / denominator}, rounded up: what the trader pays} {@code amount} and {@code
   * numerator} are not negative.
   *
   * @param amount in the smallest unit of the currency
   * @param numerator of the ratio, &gt;= 1
   * @param denominator of the ratio, &gt;= 1
   */
  public static long shareUp(long amount, long numerator, long denominator) {
    return share(amount, numerator, denominator, true);
  }

  /**
   * {@return {@code amount x numerator / denominator}, rounded down: what the trader receives} {@code amount} and
   * {@code numerator} are not negative.
   *
   * @param amount in the smallest unit of the currency
   * @param numerator of the ratio, &gt;= 1
   * @param denominator of the ratio, &gt;= 1
   */
  public static long shareDown(long amount, long numerator, long denominator) {
    return share(amount, numerator, denominator, false);
  }

  private static long share(long amount, long numerator, long denominator, boolean up) {
    if (amount < 0 || numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "amount and numerator must be >= 0 and denominator > 0, were "
              + amount
              + ", "
              + numerator
              + ", "
              + denominator);
    }
    if (Math.multiplyHigh(amount, numerator) == 0 && amount * numerator >= 0) {
      long product = amount * numerator;
      if (denominator == 1) {
        return product;
      }
      long quotient = product / denominator;
      return up && quotient * denominator != product ? quotient + 1 : quotient;
    }
    // amount = whole x denominator + rest, so that the product is taken of the rest alone
    long whole = amount / denominator;
    long rest = amount % denominator;
    if (Math.multiplyHigh(rest, numerator) == 0 && rest * numerator >= 0) {
      return Math.addExact(
          Math.multiplyExact(whole, numerator), share(rest, numerator, denominator, up));
    }
    return divide(amount, numerator, denominator, up);
  }

  /** Long division of the 127-bit product, for the few amounts that need it; allocates nothing. */
  private static long divide(long amount, long numerator, long denominator, boolean up) {
    long low = amount * numerator;
    long rest = Math.multiplyHigh(amount, numerator);
    if (rest >= denominator) {
      throw new ArithmeticException("long overflow");
    }
    long quotient = 0;
    for (int bit = 63; bit >= 0; bit--) {
      rest = rest << 1 | (low >>> bit & 1);
      if (Long.compareUnsigned(rest, denominator) >= 0) {
        rest -= denominator;
        quotient |= 1L << bit;
      }
    }
    if (quotient < 0) {
      throw new ArithmeticException("long overflow");
    }
    return up && rest != 0 ? Math.addExact(quotient, 1) : quotient;
  }

  /**
   * {@return the units as text with the currency's decimals, such as {@code -12.50}}
   *
   * @param units in the smallest unit of the currency
   */
  public static String format(long units) {
    BigDecimal amount = BigDecimal.valueOf(units, 8).stripTrailingZeros();
    return (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString();
  }
}
