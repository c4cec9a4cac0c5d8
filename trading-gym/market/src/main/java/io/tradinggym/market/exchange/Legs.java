package io.tradinggym.market.exchange;

/**
 * Instruments that are traded together or not at all, each with its lots in one combination, negative if sold: a
 * spread, a pair, a covered call. Reusable; for one thread.
 */
public final class Legs {
  /** Empty at first. */
  public Legs() {}

  /** Legs at most. */
  public static final int MOST = 8;

  private final int[] assets = new int[MOST];
  private final long[] ratios = new long[MOST];
  private int count;

  /**
   * Removes all legs.
   *
   * @return these legs
   */
  public Legs clear() {
    count = 0;
    return this;
  }

  /**
   * Adds a leg.
   *
   * @param asset index of the asset, not a leg yet
   * @param ratio lots in one combination, positive bought, negative sold, not 0
   * @return these legs
   * @throws IllegalArgumentException if the ratio is 0, the asset is a leg already, or there are {@link #MOST}
   */
  public Legs add(int asset, long ratio) {
    if (ratio == 0) {
      throw new IllegalArgumentException("ratio of asset " + asset + " must not be 0");
    }
    if (count == MOST) {
      throw new IllegalArgumentException("more than " + MOST + " legs");
    }
    for (int leg = 0; leg < count; leg++) {
      if (assets[leg] == asset) {
        throw new IllegalArgumentException("asset " + asset + " is a leg already");
      }
    }
    assets[count] = asset;
    ratios[count] = ratio;
    count++;
    return this;
  }

  /**
   * Takes over the legs of others, instead of these.
   *
   * @param others they stay as they are
   * @return these legs
   */
  public Legs set(Legs others) {
    System.arraycopy(others.assets, 0, assets, 0, others.count);
    System.arraycopy(others.ratios, 0, ratios, 0, others.count);
    count = others.count;
    return this;
  }

  /** {@return the number of legs} */
  public int count() {
    return count;
  }

  /**
   * {@return the index of the asset of a leg}
   *
   * @param leg from 0, in the order in which they were added
   */
  public int asset(int leg) {
    return assets[leg];
  }

  /**
   * {@return the lots of a leg in one combination, negative if sold}
   *
   * @param leg from 0, in the order in which they were added
   */
  public long ratio(int leg) {
    return ratios[leg];
  }
}
