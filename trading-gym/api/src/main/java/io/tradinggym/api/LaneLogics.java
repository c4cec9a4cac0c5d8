package io.tradinggym.api;

import java.util.Arrays;
import java.util.Objects;
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
 * <p>Of a law that has {@link LaneColumns} the lanes stand in those, and one row is the way in and out.
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
  private final @Nullable LaneColumns columns;

  /** A row a lane; with columns the only one, between them and a logic. */
  private final long[] rows;

  private int apart;

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
      columns = own.length < LaneColumns.FROM ? null : first.columns(own.length).orElse(null);
      state = shared();
      size = state.size();
      if (size > 0) {
        rows = new long[columns == null ? own.length * size : size];
        for (int lane = from; lane < to; lane++) {
          store(lane, state);
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

  /** What a lane carries, if lanes share the first logic. */
  private LaneState shared() {
    if (columns != null) {
      return first
          .laneState()
          .filter(carried -> carried.size() > 0)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      first.getClass().getName()
                          + " has columns and no lane state; lanes begin in the logic and go into"
                          + " columns by it"));
    }
    return (own.length < LaneState.SHARED_FROM ? Optional.<LaneState>empty() : first.laneState())
        .filter(this::fits)
        .orElse(LaneState.NONE);
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
      load(lane, state);
      present = lane;
    }
    return first;
  }

  /**
   * Whether lanes stand in columns; they are stepped one by one otherwise. Asked before {@link #columns}, whose type is
   * not loaded where there are none: calls of such methods are not inlined.
   */
  boolean inColumns() {
    return columns != null;
  }

  /** All lanes in columns, those apart that have a logic of their own. */
  LaneColumns columns() {
    storePresent();
    return Objects.requireNonNull(columns);
  }

  private void storePresent() {
    if (present != NOBODY) {
      store(present, state);
      present = NOBODY;
    }
  }

  private void store(int lane, LaneState from) {
    from.store(rows, row(lane));
    if (columns != null) {
      columns.put(lane - this.from, rows);
    }
  }

  private void load(int lane, LaneState to) {
    if (columns != null) {
      columns.get(lane - from, rows);
    }
    to.load(rows, row(lane));
  }

  private int row(int lane) {
    return columns == null ? (lane - from) * size : 0;
  }

  /** How many lanes have a logic of their own while others share one. */
  int apart() {
    return apart;
  }

  /** The logic that is a lane's own, if it has one. */
  @Nullable EnvironmentLogic own(int lane) {
    return own[lane - from];
  }

  /** Gives a lane a logic of its own and puts another around it. */
  void wrap(int lane, UnaryOperator<EnvironmentLogic> wrapper) {
    own[lane - from] = wrapper.apply(taken(lane));
  }

  /** Ends what {@link #wrap} began: the lane is with the others again. */
  void unwrap(int lane, EnvironmentLogic logic) {
    if (size == 0) {
      own[lane - from] = logic;
    } else {
      store(lane, logic.laneState().orElseThrow());
      own[lane - from] = null;
      apart--;
      logic.close();
    }
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
      apart++;
      load(lane, logic.laneState().orElseThrow());
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
