package io.tradinggym.options.hedging;

/** How an action of {@code OptionHedging-v1} says what to hold. */
public enum HedgeAction {
  /** One number in [-1, 1]: from no share to one share per option. */
  TARGET,
  /**
   * Two numbers in [-1, 1]: the lower and upper edges of a no-trade band around {@link CallMarket#leastVarianceDelta},
   * which is the Black-Scholes delta unless volatility moves, as multiples 4^a of the half-width of Whalley and
   * Wilmott: a quarter of it to four times. Inside nothing is traded, outside to the nearer edge.
   *
   * @see <a href="https://arxiv.org/abs/2103.01775">Imaki et al. (2021), no-transaction band network</a>
   */
  BAND,
  /**
   * Two numbers in [-1, 1]: edges around the same hedge as multiples 4^a of {@link ShortCall#steadyHalfWidth}. The
   * width of {@link #BAND} vanishes where gamma does, so it trades to delta there at any cost; where volatility moves,
   * and may be gone, that is most of what hedging costs.
   */
  STEADY_BAND
}
