package io.tradinggym.market.account;

import io.tradinggym.market.Money;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What one of each currency is worth in the base, which is currency 0. */
final class Rates {
  private final long[] numerator;
  private final long[] denominator;

  Rates(int currencies) {
    numerator = new long[currencies];
    denominator = new long[currencies];
  }

  void clear() {
    Arrays.fill(numerator, 1);
    Arrays.fill(denominator, 1);
  }

  void set(int currency, long newNumerator, long newDenominator) {
    if (currency <= 0 || newNumerator <= 0 || newDenominator <= 0) {
      throw new IllegalArgumentException(
          "rate of currency "
              + currency
              + " must be > 0 and not the base's, was "
              + newNumerator
              + "/"
              + newDenominator);
    }
    numerator[currency] = newNumerator;
    denominator[currency] = newDenominator;
  }

  /** An amount in the base currency, rounded down. */
  long toBase(int currency, long amount) {
    if (currency == 0 || amount == 0) {
      return amount;
    }
    return amount > 0
        ? Money.shareDown(amount, numerator[currency], denominator[currency])
        : -Money.shareUp(-amount, numerator[currency], denominator[currency]);
  }

  void copy(Rates other) {
    System.arraycopy(other.numerator, 0, numerator, 0, numerator.length);
    System.arraycopy(other.denominator, 0, denominator, 0, denominator.length);
  }

  /** Numbers that {@link #store} writes. */
  int stateSize() {
    return 2 * numerator.length;
  }

  void store(long[] row, int at) {
    System.arraycopy(numerator, 0, row, at, numerator.length);
    System.arraycopy(denominator, 0, row, at + numerator.length, denominator.length);
  }

  void load(long[] row, int at) {
    System.arraycopy(row, at, numerator, 0, numerator.length);
    System.arraycopy(row, at + numerator.length, denominator, 0, denominator.length);
  }

  void save(DataOutput out) throws IOException {
    Columns.write(numerator, out);
    Columns.write(denominator, out);
  }

  void restore(DataInput in) throws IOException {
    Columns.read(numerator, in);
    Columns.read(denominator, in);
  }
}
