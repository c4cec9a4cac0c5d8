package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.ObservationField;
import io.tradinggym.api.Swappable;
import java.util.List;

/** Numbers of an observation that belong together, such as those of the account. Belongs to one lane. */
public interface ObservationBlock extends Swappable {
  /** {@return the numbers, in the order in which {@link #write} writes them} */
  List<ObservationField> fields();

  /**
   * Writes the numbers as they are now, each within the bounds of its field; allocates nothing.
   *
   * @param frame takes the numbers: the lane's row of observations
   * @param at position of the first number in the observation, from 0
   */
  void write(Frame frame, int at);
}
