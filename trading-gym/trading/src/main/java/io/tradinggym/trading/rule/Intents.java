package io.tradinggym.trading.rule;

/** What a {@link Rule} wants, and what it holds already. */
public interface Intents {
  /**
   * Wants so much of equity in an asset; traded at the next open. An asset that cannot be traded now is left alone.
   *
   * @param weight share of equity, negative to be short; what the account cannot afford is cut down
   */
  void weight(int asset, double weight);

  /** The position as a share of equity, negative when short. */
  double held(int asset);

  /** Worth of the account, its currency. */
  double equity();

  /** Whether an asset is listed and traded in the bar just seen. */
  boolean tradable(int asset);
}
