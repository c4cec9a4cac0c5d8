package io.tradinggym.explain.synthesis;

/** What a synthesis comes to. */
public enum Verdict {
  /** Buy, with several things for it and little against. */
  STRONG_BUY,
  /** Buy. */
  BUY,
  /** Keep what is held, open nothing. */
  HOLD,
  /** Stay away. */
  AVOID,
  /** Sell short. */
  SHORT;

  /** {@return whether it opens a position, and so needs a setup} */
  public boolean opens() {
    return this == STRONG_BUY || this == BUY || this == SHORT;
  }

  /** {@return as S0's reports spell it, {@code STRONG BUY}} */
  public String label() {
    return name().replace('_', ' ');
  }
}
