package io.tradinggym.market.data;

/** What a part of a market may be used for; see {@link Range}. */
public enum Purpose {
  /** Nobody has said. */
  ANY,
  /** To learn from. */
  TRAIN,
  /** To choose by. */
  VALIDATION,
  /** To be looked at once, at the end. */
  TEST
}
