package io.tradinggym.market.data;

/**
 * A part of a market that is used for one purpose. The purposes are different types, so that what is fitted can only be
 * fitted on {@link Train}, and what is chosen only by {@link Validation}.
 */
public sealed interface Range extends MarketOf {
  /**
   * What is learned from.
   *
   * @param market the bars, or paths, of this part
   */
  record Train(Market market) implements Range {
    @Override
    public Purpose purpose() {
      return Purpose.TRAIN;
    }
  }

  /**
   * What choices are made by.
   *
   * @param market the bars, or paths, of this part
   */
  record Validation(Market market) implements Range {
    @Override
    public Purpose purpose() {
      return Purpose.VALIDATION;
    }
  }

  /**
   * What is looked at once, at the end; whoever opens it records that.
   *
   * @param market the bars, or paths, of this part
   */
  record Test(Market market) implements Range {
    @Override
    public Purpose purpose() {
      return Purpose.TEST;
    }
  }
}
