package io.tradinggym.options.execution;

/** What became of an order of several legs. Everything but FILLED left the account as it was. */
public enum ComboResult {
  /** All legs are filled. */
  FILLED,
  /** Nobody bids for a leg that is sold, or offers one that is bought. */
  NO_QUOTE,
  /** Bid and offer of a leg are the same, or the bid is above: such a quote is stale or broken. */
  LOCKED,
  /** A leg trades no more. */
  EXPIRED,
  /** The legs together cost more than the limit. */
  LIMIT,
  /** The account's equity would not be enough for what it would hold. */
  MARGIN
}
