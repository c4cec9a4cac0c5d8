package io.tradinggym.market.feature;

import io.tradinggym.market.data.Range;
import java.io.DataInput;
import java.io.IOException;

/** A source that learns from a training range, and from nothing else by type. */
public non-sealed interface FittedSource extends FeatureSource {
  /**
   * {@return the feature as it is after learning}
   *
   * @param train the training range: nothing else is learned from
   */
  FittedFeature fit(Range.Train train);

  /**
   * Reads what {@link FittedFeature#save} of this source wrote.
   *
   * @param in where it was written, at its first byte
   * @return the feature with what was learned
   * @throws IOException if it cannot be read, or is of another feature
   */
  FittedFeature load(DataInput in) throws IOException;

  @Override
  default Feature prepare(Range.Train train) {
    return fit(train);
  }
}
