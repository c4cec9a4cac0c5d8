package io.tradinggym.trading.rule;

/** What a {@link Rule} wants, and what it holds already. */
public interface Intents {
  /**
   * Wants so much of equity in an asset; traded at the next open. An asset that cannot be traded now is left alone.
   *
   * @param asset index of the asset, from 0
   * @param weight share of equity, negative to be short, finite; what the account cannot afford is cut down
   * @throws IllegalArgumentException if it is not finite, or there is no such asset
   */
  void weight(int asset, double weight);

  /**
   * {@return the position as a share of equity, negative when short}
   *
   * @param asset index of the asset, from 0
   */
  double held(int asset);

  /** {@return the worth of the account, units of its currency} */
  double equity();

  /**
   * {@return whether an asset is listed and traded in the bar just seen}
   *
   * @param asset index of the asset, from 0
   */
  boolean tradable(int asset);
}
