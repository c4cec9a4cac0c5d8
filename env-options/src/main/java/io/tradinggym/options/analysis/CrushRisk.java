package io.tradinggym.options.analysis;

/** How likely implied volatility is to collapse soon, as it does when an announcement is over. */
public enum CrushRisk {
  /** Neither a near announcement nor volatility far above the past one. */
  LOW,
  /** One of the two. */
  MEDIUM,
  /** Both. */
  HIGH
}
