package io.tradinggym.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers that a part of a lane carries from one step to the next. One object then serves many lanes in turns, as a
 * processor serves many threads: the numbers of the lane that was stepped are stored in a row of its own, and those of
 * the next one are loaded.
 *
 * <pre>
 *   rows   | lane 0: size() numbers | lane 1 | ...     one array a block of lanes; a double as its bits
 * </pre>
 *
 * <p>After {@link #load} the object answers every question, and goes on, as it would have when {@link #store} was
 * called, to the bit. Neither allocates, and neither works out what it can copy. Scratch memory that a step fills
 * before it reads it is no state; what all lanes have in common, such as replayed data, isn't either.
 */
public interface LaneState {
  /**
   * Lanes of one thread from which on they share one object. So many lanes of shares fit into the second cache as
   * objects of their own, where storing and loading costs more than it saves.
   */
  int SHARED_FROM = 256;

  /** Nothing is carried. */
  LaneState NONE =
      new LaneState() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public void store(long[] row, int at) {}

        @Override
        public void load(long[] row, int at) {}
      };

  /** {@return how many numbers there are; the same always, and in every object of the same make} */
  int size();

  /**
   * Writes the numbers.
   *
   * @param row receives {@link #size} numbers
   * @param at index of the first one in {@code row}
   */
  void store(long[] row, int at);

  /**
   * Takes over numbers that {@link #store} wrote, here or in an object of the same make.
   *
   * @param row holds {@link #size} numbers
   * @param at index of the first one in {@code row}
   */
  void load(long[] row, int at);

  /** {@return the state of what carries nothing} */
  static Optional<LaneState> none() {
    return Optional.of(NONE);
  }

  /**
   * {@return the states of several parts, one after the other; empty if one of them has none}
   *
   * @param parts in the order in which they are stored
   */
  static Optional<LaneState> all(List<? extends Swappable> parts) {
    List<LaneState> states = new ArrayList<>();
    for (Swappable part : parts) {
      Optional<LaneState> state = part.laneState();
      if (state.isEmpty()) {
        return Optional.empty();
      }
      states.add(state.get());
    }
    return Optional.of(of(states));
  }

  /**
   * {@return several states, one after the other}
   *
   * @param states in the order in which they are stored
   */
  static LaneState of(List<LaneState> states) {
    List<LaneState> carried = states.stream().filter(state -> state.size() > 0).toList();
    return switch (carried.size()) {
      case 0 -> NONE;
      case 1 -> carried.getFirst();
      default -> new LaneStates(carried);
    };
  }
}
