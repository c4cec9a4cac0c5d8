package io.tradinggym.options.pricing;

import java.util.Arrays;

/**
 * Known cash dividends of the underlying, by time to their ex-dates.
 *
 * <p>Prices with dividends use the escrowed model: what diffuses is the spot less the present value of all dividends
 * up to expiry; the holder who exercises before an ex-date receives the full spot.
 */
public final class CashDividends {
  /** No dividends at all. */
  public static final CashDividends NONE = new CashDividends(new double[0], new double[0]);

  private final double[] years;
  private final double[] amounts;

  private CashDividends(double[] years, double[] amounts) {
    this.years = years;
    this.amounts = amounts;
  }

  /**
   * {@return the dividends by ex-date}
   *
   * @param years to each ex-date, ascending, >= 0
   * @param amounts cash per share of each, as many, >= 0
   * @throws IllegalArgumentException if they are not
   */
  public static CashDividends of(double[] years, double[] amounts) {
    if (years.length != amounts.length) {
      throw new IllegalArgumentException(
          "years and amounts must have the same length, were "
              + years.length
              + " and "
              + amounts.length);
    }
    for (int i = 0; i < years.length; i++) {
      if (!(years[i] >= (i == 0 ? 0 : years[i - 1]) && amounts[i] >= 0)) {
        throw new IllegalArgumentException(
            "ex-dates must ascend from 0 and amounts be >= 0, entry "
                + i
                + " was "
                + amounts[i]
                + " in "
                + years[i]);
      }
    }
    return new CashDividends(
        Arrays.copyOf(years, years.length), Arrays.copyOf(amounts, amounts.length));
  }

  /**
   * {@return a single dividend}
   *
   * @param years to its ex-date, >= 0
   * @param amount cash per share, >= 0
   */
  public static CashDividends of(double years, double amount) {
    return of(new double[] {years}, new double[] {amount});
  }

  /**
   * {@return the value at time {@code from} of the dividends that go ex after it and no later than {@code until}, all
   * in years}
   *
   * @param from years from now
   * @param until years from now
   * @param rate interest a year, continuously compounded
   */
  public double presentValue(double from, double until, double rate) {
    double value = 0;
    for (int i = 0; i < years.length; i++) {
      if (years[i] > from && years[i] <= until) {
        value += amounts[i] * StrictMath.exp(-rate * (years[i] - from));
      }
    }
    return value;
  }
}
