package io.tradinggym.options.pricing;

/** The right to buy or the right to sell. */
public enum OptionType {
  /** Pays max(S - K, 0). */
  CALL(1),
  /** Pays max(K - S, 0). */
  PUT(-1);

  private final int sign;

  OptionType(int sign) {
    this.sign = sign;
  }

  /** {@return +1 for a call, -1 for a put: the factor that turns one formula into both} */
  public int sign() {
    return sign;
  }

  /**
   * {@return what exercise pays at a spot, in its unit, >= 0}
   *
   * @param spot price of the underlying, &gt; 0
   * @param strike in the unit of the spot, &gt; 0
   */
  public double payoff(double spot, double strike) {
    return Math.max(sign * (spot - strike), 0);
  }

  /** {@return the other right: a put for a call} */
  public OptionType opposite() {
    return this == CALL ? PUT : CALL;
  }
}
