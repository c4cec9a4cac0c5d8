package io.tradinggym.allocator.desk;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.data.AsOf;

/**
 * Says at every close what it would hold of its own capital. Belongs to one lane; allocates nothing in a call. What it
 * remembers can be saved and goes on to the same bits.
 */
interface Specialist extends Resumable {
  /** Leaves a position as it is. */
  double HOLD = Double.NaN;

  /** A new path begins: forgets everything. */
  void begin();

  /**
   * Decides at the close of the present bar; called once for each bar, in order, from the first one on.
   *
   * @param view of the market, which ends at the present bar
   * @param weights receives a share of the specialist's capital for each instrument of the market, negative for a short
   *     position, or {@link #HOLD}
   */
  void decide(AsOf view, double[] weights);
}
