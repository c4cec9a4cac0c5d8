package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Swappable;
import java.util.List;

/** Numbers that are reported beside the observation and belong together. Belongs to one lane. */
public interface InfoBlock extends Swappable {
  /** {@return the fields, in the order in which {@link #write} writes them} */
  List<InfoField> fields();

  /**
   * Writes the fields as they are now; allocates nothing.
   *
   * @param frame takes the numbers: the lane's row of infos
   * @param at position of the first field among the infos, from 0
   */
  void write(Frame frame, int at);
}
