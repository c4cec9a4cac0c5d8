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

  /** +1 for a call, -1 for a put: the factor that turns one formula into both. */
  public int sign() {
    return sign;
  }

  /** What exercise pays at a spot. */
  public double payoff(double spot, double strike) {
    return Math.max(sign * (spot - strike), 0);
  }

  /** The other right: a put for a call. */
  public OptionType opposite() {
    return this == CALL ? PUT : CALL;
  }
}
