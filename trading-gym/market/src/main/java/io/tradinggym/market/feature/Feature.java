package io.tradinggym.market.feature;

import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Range;

/**
 * The recipe of one number per asset and bar: immutable and shared. Its {@link State} is shown every bar in order
 * through a view that ends at the present bar, so a feature cannot look ahead.
 */
public non-sealed interface Feature extends FeatureSource {
  /** Unique name with its parameters, such as {@code rsi14}. */
  @Override
  String name();

  /** Bars of the asset that must have gone before the first one with a value, >= 0. */
  @Override
  int warmUp();

  @Override
  default Feature prepare(Range.Train train) {
    return this;
  }

  /** {@return a fresh memory for one asset} */
  State create();

  /** What a feature remembers of one asset. */
  interface State {
    /** Forgets everything: the next bar is the first. Allocates nothing. */
    void reset();

    /**
     * {@return the value at the close of the present bar; called once for each bar, from the asset's first trade on}
     * Scaled to about [-1, 1] for ordinary markets, finite once warmed up. Before that it may be anything and is not
     * used.
     *
     * @param view ends at the present bar
     * @param asset index of the asset, from 0, the same at every call
     */
    double next(AsOf view, int asset);
  }
}
