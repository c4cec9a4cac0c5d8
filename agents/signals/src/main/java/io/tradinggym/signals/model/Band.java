package io.tradinggym.signals.model;

/** What an ensemble's probability of a rise is called. */
public enum Band {
  /** Above .72. */
  STRONG_BULL,
  /** Above .62. */
  BULL,
  /** .45 to .62. */
  NEUTRAL,
  /** .38 up to .45. */
  WEAK_BEAR,
  /** .28 up to .38. */
  BEAR,
  /** Below .28. */
  STRONG_BEAR;

  /**
   * {@return the band of a probability}
   *
   * @param probability in [0, 1]
   * @throws IllegalArgumentException if it is none
   */
  public static Band of(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability must be in 0 .. 1, was " + probability);
    }
    if (probability > 0.72) {
      return STRONG_BULL;
    }
    if (probability > 0.62) {
      return BULL;
    }
    if (probability >= 0.45) {
      return NEUTRAL;
    }
    if (probability >= 0.38) {
      return WEAK_BEAR;
    }
    return probability >= 0.28 ? BEAR : STRONG_BEAR;
  }
}
