package io.tradinggym.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The logics of a block of lanes. Each lane has one of its own, unless there are many and their {@link LaneState} is
 * known: then all share one, which is loaded with the numbers of the lane that is asked for.
 *
 * <pre>
 *   shared logic:  store lane 7 -> row 7 | load row 8 -> step lane 8 | store lane 8 -> row 8 | ...
 *   rows           | lane from | lane from + 1 | ...
 * </pre>
 *
 * <p>A lane of which something was handed out ({@link #find}) has a logic of its own from then on, taken out of the
 * shared one as it stands: whoever holds a part of it sees that lane and no other. For one thread at a time.
 */
final class LaneLogics implements AutoCloseable {
  private static final int NOBODY = -1;

  private static final long[] NO_ROWS = {};

  private final Supplier<EnvironmentLogic> maker;
  private final int from;
  private final @Nullable EnvironmentLogic[] own;
  private final EnvironmentLogic first;
  private final LaneState state;
  private final int size;
  private final long[] rows;

  /** The lane whose numbers are in the shared logic and perhaps nowhere else. */
  private int present = NOBODY;

  /**
   * Of the lanes {@code from .. to - 1}.
   *
   * @param maker of a logic
   */
  LaneLogics(Supplier<EnvironmentLogic> maker, int from, int to) {
    this.maker = maker;
    this.from = from;
    own = new EnvironmentLogic[to - from];
    first = maker.get();
    try {
      Optional<LaneState> carried =
          own.length < LaneState.SHARED_FROM ? Optional.empty() : first.laneState();
      state = carried.filter(this::fits).orElse(LaneState.NONE);
      size = state.size();
      if (size > 0) {
        rows = new long[own.length * size];
        for (int lane = 0; lane < own.length; lane++) {
          state.store(rows, lane * size);
        }
      } else {
        rows = NO_ROWS;
        own[0] = first;
        for (int lane = 1; lane < own.length; lane++) {
          own[lane] = maker.get();
        }
      }
    } catch (RuntimeException | Error e) {
      own[0] = first;
      Closing.after(e, own);
      throw e;
    }
  }

  /** Whether all rows find room in one array. */
  private boolean fits(LaneState carried) {
    return (long) carried.size() * own.length < Integer.MAX_VALUE;
  }

  int from() {
    return from;
  }

  int to() {
    return from + own.length;
  }

  /** A logic of this make, whatever lane it is for. */
  EnvironmentLogic any() {
    return first;
  }

  /** The logic of a lane, to be used before the next one is asked for. */
  EnvironmentLogic of(int lane) {
    EnvironmentLogic itsOwn = own[lane - from];
    if (itsOwn != null) {
      return itsOwn;
    }
    if (lane != present) {
      storePresent();
      state.load(rows, (lane - from) * size);
      present = lane;
    }
    return first;
  }

  private void storePresent() {
    if (present != NOBODY) {
      state.store(rows, (present - from) * size);
      present = NOBODY;
    }
  }

  /** The logic that is a lane's own, if it has one. */
  @Nullable EnvironmentLogic own(int lane) {
    return own[lane - from];
  }

  /** Gives a lane a logic of its own and puts another in its place, such as one around it. */
  void replace(int lane, UnaryOperator<EnvironmentLogic> change) {
    own[lane - from] = change.apply(taken(lane));
  }

  /** The part of a lane's logic that is of a kind; it may be kept. */
  <T> Optional<T> find(int lane, Class<T> kind) {
    if (own(lane) == null && first.find(kind).isEmpty()) {
      return Optional.empty();
    }
    return taken(lane).find(kind);
  }

  /** The lane's own logic; taken out of the shared one if it had none. */
  private EnvironmentLogic taken(int lane) {
    EnvironmentLogic logic = own(lane);
    if (logic == null) {
      storePresent();
      logic = maker.get();
      own[lane - from] = logic;
      logic.laneState().orElseThrow().load(rows, (lane - from) * size);
    }
    return logic;
  }

  @Override
  public void close() {
    @Nullable AutoCloseable[] all = Arrays.copyOf(own, own.length + 1, AutoCloseable[].class);
    all[own.length] = size > 0 ? first : null;
    Closing.all(all);
  }
}
