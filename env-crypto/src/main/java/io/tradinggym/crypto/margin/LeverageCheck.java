package io.tradinggym.crypto.margin;

/** Whether a venue allows a leverage for a size. */
public enum LeverageCheck {
  /** It does. */
  OK,
  /** The leverage is higher than the tier of so large a position allows. */
  ABOVE_TIER,
  /** The position is larger than the last tier. */
  TOO_LARGE
}
