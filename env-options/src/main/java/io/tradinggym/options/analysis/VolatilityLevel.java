package io.tradinggym.options.analysis;

/** What options cost against how much the underlying has moved. */
public enum VolatilityLevel {
  /** Implied volatility clearly below the past one. */
  CHEAP,
  /** About the same. */
  FAIR,
  /** Clearly above. */
  EXPENSIVE
}
