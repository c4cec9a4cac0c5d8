package io.tradinggym.crypto.liquidation;

/** The market that a liquidation sells to or buys from. */
public interface Exit {
  /** Said instead of a price when nobody trades. */
  long NOBODY = 0;

  /**
   * {@return the price, ticks, at which so many lots can be traded at once; {@link #NOBODY} if they cannot}
   *
   * @param asset index of the asset, from 0
   * @param lots of the order: negative sells
   */
  long price(int asset, long lots);

  /**
   * The lots were traded at that price; the other side may book them.
   *
   * @param asset index of the asset, from 0
   * @param lots that were traded; negative for a sale
   * @param ticks price of each
   */
  default void filled(int asset, long lots, long ticks) {}
}
