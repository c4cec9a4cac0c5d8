package io.tradinggym.market.account;

/** How many lots of each asset are held, or would be: what a {@link MarginModel} is asked about. */
@FunctionalInterface
public interface Lots {
  /** Lots of an asset; negative is short, 0 where nothing is held or listed. */
  long lots(int asset);
}
