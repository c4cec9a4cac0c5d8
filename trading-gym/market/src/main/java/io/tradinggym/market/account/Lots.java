package io.tradinggym.market.account;

/** How many lots of each asset are held, or would be: what a {@link MarginModel} is asked about. */
@FunctionalInterface
public interface Lots {
  /**
   * {@return the lots of an asset; negative is short, 0 where nothing is held or listed}
   *
   * @param asset index of the asset, from 0
   */
  long lots(int asset);
}
