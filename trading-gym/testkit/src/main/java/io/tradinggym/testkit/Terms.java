package io.tradinggym.testkit;

/**
 * On what terms an environment under test trades.
 *
 * @param cash at the start, dollars
 * @param commission fraction of the notional, each way
 * @param leverage largest gross exposure when opening, of equity
 * @param shorts whether short positions are allowed
 * @param borrowRate a year on short positions
 * @param interestRate a year on borrowed cash
 */
public record Terms(
    double cash,
    double commission,
    double leverage,
    boolean shorts,
    double borrowRate,
    double interestRate) {
  /** Nothing costs anything: 100,000 dollars, no leverage, no shorts. */
  public static final Terms FREE = new Terms(100_000, 0, 1, false, 0, 0);

  /**
   * {@return the same with a commission}
   *
   * @param fraction of the value traded, in [0, 1)
   */
  public Terms withCommission(double fraction) {
    return new Terms(cash, fraction, leverage, shorts, borrowRate, interestRate);
  }

  /**
   * {@return the same with so much cash}
   *
   * @param dollars &gt; 0
   */
  public Terms withCash(double dollars) {
    return new Terms(dollars, commission, leverage, shorts, borrowRate, interestRate);
  }

  /**
   * {@return the same with leverage and shorts}
   *
   * @param times of equity, &gt;= 1
   */
  public Terms withLeverage(double times) {
    return new Terms(cash, commission, times, true, borrowRate, interestRate);
  }

  /**
   * {@return the same with yearly rates}
   *
   * @param borrow rate of borrowed shares, a year
   * @param interest rate of cash, a year
   */
  public Terms withCarry(double borrow, double interest) {
    return new Terms(cash, commission, leverage, shorts, borrow, interest);
  }
}
