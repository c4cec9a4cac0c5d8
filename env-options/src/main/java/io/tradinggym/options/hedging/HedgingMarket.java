package io.tradinggym.options.hedging;

/** In which simulated market {@code OptionHedging-v1} plays. */
public enum HedgingMarket {
  /** {@link BlackScholesCall}: volatility is constant, the exact optimum is known. */
  BLACK_SCHOLES,
  /** {@link HestonCall}: volatility moves, and with the spot; {@link HestonMarket} says how. */
  HESTON
}
