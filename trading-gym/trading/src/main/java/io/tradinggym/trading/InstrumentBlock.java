package io.tradinggym.trading;

import io.tradinggym.api.Frame;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.ObservationField;
import io.tradinggym.api.Swappable;
import java.util.List;
import java.util.Optional;

/** Numbers about single instruments, such as funding: any number of them, from none, for each. Belongs to one lane. */
public interface InstrumentBlock extends Swappable {
  /** Nothing more is known. */
  InstrumentBlock NONE =
      new InstrumentBlock() {
        @Override
        public List<ObservationField> fields(int asset) {
          return List.of();
        }

        @Override
        public int write(Frame frame, int at, int asset) {
          return at;
        }

        @Override
        public Optional<LaneState> laneState() {
          return LaneState.none();
        }
      };

  /**
   * {@return the numbers of an instrument, in the order in which {@link #write} writes them}
   *
   * @param asset index of the asset, from 0
   */
  List<ObservationField> fields(int asset);

  /**
   * Writes the numbers of an instrument as they are now; allocates nothing.
   *
   * @param frame takes the numbers: the lane's row of observations
   * @param at position of the first number in the observation, from 0
   * @param asset index of the asset, from 0
   * @return the position after the last one
   */
  int write(Frame frame, int at, int asset);
}
