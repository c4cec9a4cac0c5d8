package io.tradinggym.market.account;

/**
 * An account's positions with a few of them changed: what would be held after an order, of however many legs. Reused
 * scratch of one account; allocates nothing.
 */
public final class WhatIf implements Lots {
  /** Assets that can be changed at once. */
  public static final int MOST = 16;

  private final Positions positions;
  private final int[] assets;
  private final long[] lots;
  private int count;

  WhatIf(Positions positions) {
    this.positions = positions;
    int most = Math.min(MOST, positions.assets());
    assets = new int[most];
    lots = new long[most];
  }

  /**
   * Goes back to what is held.
   *
   * @return this question
   */
  public WhatIf clear() {
    count = 0;
    return this;
  }

  /**
   * Holds so many lots of an asset instead.
   *
   * @param asset index of the asset, from 0
   * @param newLots lots that it would hold; below 0 = short
   * @return this question
   * @throws IllegalArgumentException beyond {@link #MOST} assets, or all that the account has
   */
  public WhatIf set(int asset, long newLots) {
    int at = find(asset);
    if (at == assets.length) {
      throw new IllegalArgumentException("more than " + assets.length + " changed assets");
    }
    assets[at] = asset;
    lots[at] = newLots;
    count = Math.max(count, at + 1);
    return this;
  }

  /**
   * Trades so many lots of an asset, on top of what was changed before.
   *
   * @param asset index of the asset, from 0
   * @param quantity lots to buy; below 0 = to sell
   * @return this question
   * @throws IllegalArgumentException beyond {@link #MOST} assets, or all that the account has
   */
  public WhatIf trade(int asset, long quantity) {
    return set(asset, Math.addExact(lots(asset), quantity));
  }

  @Override
  public long lots(int asset) {
    int at = find(asset);
    return at < count ? lots[at] : positions.lots(asset);
  }

  /** {@return the number of assets that were changed} */
  public int changes() {
    return count;
  }

  /**
   * {@return the index of the nth asset that was changed}
   *
   * @param n in the order of the changes, from 0, below {@link #changes}
   */
  public int changed(int n) {
    return assets[n];
  }

  /** Whether every changed position becomes smaller without changing sides, or stays. */
  boolean shrinks() {
    boolean all = true;
    for (int i = 0; i < count; i++) {
      all &= positions.shrinks(assets[i], lots[i]);
    }
    return all;
  }

  private int find(int asset) {
    int at = 0;
    while (at < count && assets[at] != asset) {
      at++;
    }
    return at;
  }
}
