package io.tradinggym.options.analysis;

/**
 * How much each part counts in an option's score; they need not sum to one.
 *
 * @param expiry weight of the days to expiry, >= 0
 * @param moneyness weight of the strike, >= 0
 * @param liquidity weight of volume and open interest, >= 0; one of the other three has to be > 0
 * @param delta weight of the delta, >= 0
 */
public record ScoreWeights(double expiry, double moneyness, double liquidity, double delta) {
  /** All the same. */
  public static final ScoreWeights EQUAL = new ScoreWeights(1, 1, 1, 1);

  /** Checks the values. */
  public ScoreWeights {
    if (!(expiry >= 0 && moneyness >= 0 && liquidity >= 0 && delta >= 0)) {
      throw new IllegalArgumentException(
          "weights must be >= 0, were "
              + expiry
              + ", "
              + moneyness
              + ", "
              + liquidity
              + " and "
              + delta);
    }
    if (!(expiry + moneyness + delta > 0)) {
      throw new IllegalArgumentException(
          "expiry, moneyness or delta must have a weight > 0: liquidity is not known of every"
              + " chain");
    }
  }
}
