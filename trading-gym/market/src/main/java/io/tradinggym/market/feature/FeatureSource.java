package io.tradinggym.market.feature;

import io.tradinggym.market.data.Range;

/**
 * Where a number of an observation comes from: a {@link Feature} is ready, whether it is computed from bars or joined
 * from elsewhere by when it was known; a {@link FittedSource} learns from a training range first.
 */
public sealed interface FeatureSource permits Feature, FittedSource {
  /** {@return the unique name with its parameters} */
  String name();

  /** {@return the bars of the asset that must have gone before the first one with a value, >= 0} */
  int warmUp();

  /**
   * {@return the feature, which is ready or has learned from the training range} It takes no other kind of range.
   *
   * @param train the training range: nothing else is learned from
   */
  Feature prepare(Range.Train train);
}
