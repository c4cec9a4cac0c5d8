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
   * {@return an amount in money units of 1e-8}
   *
   * @param amount in the currency, as decimal digits: {@code -12.50}
   * @throws NumberFormatException if it is no number
   * @throws ArithmeticException if it has more than 8 decimals or is too large
   */
  public static long of(String amount) {
    return new BigDecimal(amount).movePointRight(8).longValueExact();
  }

  /**
   * {@return an amount in money units of 1e-8, rounded to the nearest; halves up}
   *
   * @param amount in the currency
   * @throws ArithmeticException if it is NaN or beyond about 92 billion
   */
  public static long ofRounded(double amount) {
    double units = amount * UNITS;
    if (!(Math.abs(units) < 0x1p63)) {
      throw new ArithmeticException("amount of money out of range: " + amount);
    }
    return Math.round(units);
  }

  /**
   * {@return an amount in its currency, to the nearest double}
   *
   * @param units money units of 1e-8
   */
  public static double toDouble(long units) {
    return units / (double) UNITS;
  }

  /**
   * {@return {@code amount x numerator / denominator}, rounded up: what the trader pays}
   *
   * @param amount money units of 1e-8, &gt;= 0
   * @param numerator of the ratio, &gt;= 0
   * @param denominator of the ratio, &gt;= 1
   * @throws IllegalArgumentException if one is out of its range
   * @throws ArithmeticException if the result is beyond a long
   */
  public static long shareUp(long amount, long numerator, long denominator) {
    return share(amount, numerator, denominator, true);
  }

  /**
   * {@return {@code amount x numerator / denominator}, rounded down: what the trader receives}
   *
   * @param amount money units of 1e-8, &gt;= 0
   * @param numerator of the ratio, &gt;= 0
   * @param denominator of the ratio, &gt;= 1
   * @throws IllegalArgumentException if one is out of its range
   * @throws ArithmeticException if the result is beyond a long
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
   * {@return an amount in its currency as text, with two decimals at least and as many more as it needs: {@code
   * -12.50}}
   *
   * @param units money units of 1e-8
   */
  public static String format(long units) {
    BigDecimal amount = BigDecimal.valueOf(units, 8).stripTrailingZeros();
    return (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString();
  }
}
