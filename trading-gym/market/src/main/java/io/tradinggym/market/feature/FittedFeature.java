package io.tradinggym.market.feature;

import java.io.DataOutput;
import java.io.IOException;

/** What a {@link FittedSource} became: it is saved beside the policy that was trained with it. */
public interface FittedFeature extends Feature {
  /**
   * Writes what was learned.
   *
   * @param out what {@link FittedSource#load} reads
   * @throws IOException if it cannot be written
   */
  void save(DataOutput out) throws IOException;
}
