package io.tradinggym.testkit;

/**
 * On what terms an environment under test trades.
 *
 * @param cash at the start, dollars
 * @param commission fraction of the value traded, each way, in [0, 1)
 * @param leverage largest gross exposure when opening, a multiple of equity, &gt;= 1
 * @param shorts whether short positions are allowed
 * @param borrowRate on short positions, a fraction a year, &gt;= 0
 * @param interestRate on borrowed cash, a fraction a year, &gt;= 0
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
   * {@return these terms with a commission}
   *
   * @param fraction of the value traded, in [0, 1)
   */
  public Terms withCommission(double fraction) {
    return new Terms(cash, fraction, leverage, shorts, borrowRate, interestRate);
  }

  /**
   * {@return these terms with so much cash}
   *
   * @param dollars at the start, &gt; 0
   */
  public Terms withCash(double dollars) {
    return new Terms(dollars, commission, leverage, shorts, borrowRate, interestRate);
  }

  /**
   * {@return these terms with leverage and short positions}
   *
   * @param times largest gross exposure when opening, a multiple of equity, &gt;= 1
   */
  public Terms withLeverage(double times) {
    return new Terms(cash, commission, times, true, borrowRate, interestRate);
  }

  /**
   * {@return these terms with yearly rates}
   *
   * @param borrow on short positions, a fraction a year, &gt;= 0
   * @param interest on borrowed cash, a fraction a year, &gt;= 0
   */
  public Terms withCarry(double borrow, double interest) {
    return new Terms(cash, commission, leverage, shorts, borrow, interest);
  }
}
