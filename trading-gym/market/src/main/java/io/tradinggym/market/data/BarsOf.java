package io.tradinggym.market.data;

/**
 * Bars that stand in front of others and pass on all that those say; who implements it says only what is different.
 * What {@link Bars} are asked from now on is passed on here, once.
 */
public interface BarsOf extends Bars {
  /** {@return the bars behind} */
  Bars whole();

  /**
   * {@return which asset of the bars behind is meant, from 0}
   *
   * @param asset index of the asset here, from 0
   */
  default int source(int asset) {
    return asset;
  }

  @Override
  default int assets() {
    return whole().assets();
  }

  @Override
  default int length() {
    return whole().length();
  }

  @Override
  default long closeTime(int bar) {
    return whole().closeTime(bar);
  }

  @Override
  default long open(int asset, int bar) {
    return whole().open(source(asset), bar);
  }

  @Override
  default long high(int asset, int bar) {
    return whole().high(source(asset), bar);
  }

  @Override
  default long low(int asset, int bar) {
    return whole().low(source(asset), bar);
  }

  @Override
  default long close(int asset, int bar) {
    return whole().close(source(asset), bar);
  }

  @Override
  default long volume(int asset, int bar) {
    return whole().volume(source(asset), bar);
  }

  @Override
  default boolean traded(int asset, int bar) {
    return whole().traded(source(asset), bar);
  }

  @Override
  default long mark(int asset, int bar) {
    return whole().mark(source(asset), bar);
  }

  @Override
  default long markHigh(int asset, int bar) {
    return whole().markHigh(source(asset), bar);
  }

  @Override
  default long markLow(int asset, int bar) {
    return whole().markLow(source(asset), bar);
  }

  @Override
  default long funding(int asset, int bar) {
    return whole().funding(source(asset), bar);
  }

  @Override
  default long fundingInterval(int asset, int bar) {
    return whole().fundingInterval(source(asset), bar);
  }

  @Override
  default long dividend(int asset, int bar) {
    return whole().dividend(source(asset), bar);
  }

  @Override
  default int splitShares(int asset, int bar) {
    return whole().splitShares(source(asset), bar);
  }

  @Override
  default int splitOf(int asset, int bar) {
    return whole().splitOf(source(asset), bar);
  }

  @Override
  default int goneFrom(int asset) {
    return whole().goneFrom(source(asset));
  }

  @Override
  default long fundingInterval(int asset) {
    return whole().fundingInterval(source(asset));
  }

  @Override
  default boolean quoted(int asset) {
    return whole().quoted(source(asset));
  }

  @Override
  default boolean hasActions() {
    return whole().hasActions();
  }

  /** The same view of the side that is asked; itself where nothing is quoted. */
  @Override
  Bars asks();

  /** The same view of the side that is bid; itself where nothing is quoted. */
  @Override
  Bars bids();
}
