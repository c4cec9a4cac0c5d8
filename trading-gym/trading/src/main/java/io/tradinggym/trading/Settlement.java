package io.tradinggym.trading;

import io.tradinggym.api.Swappable;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * One event of a market's day: interest, borrow fees, funding, a margin call, a share that leaves the market. A market
 * lists its events in the order in which they happen; a {@link TradingDesk} or {@link SessionDesk} lets each happen in
 * its {@link Phase}. Belongs to one lane; allocates nothing.
 */
public interface Settlement extends Swappable {
  /** When in a step an event happens; a step goes from the close of one bar to that of the next. */
  enum Phase {
    /** After the close and before orders are sized at it: splits and dividends of the next morning. */
    BEFORE_ORDERS,
    /** After the close at which orders were placed and before they are filled: interest over night. */
    BEFORE_OPEN,
    /** After the fills at the open and before the close: liquidation on prices inside the bar. */
    INSIDE_BAR,
    /** At the close, positions marked at it: funding, margin calls, delisting. */
    AT_CLOSE
  }

  /** {@return when it happens; the same always} */
  Phase phase();

  /**
   * Lets it happen.
   *
   * @param bar the bar whose close the step leads to; in a market of sessions the number of the step
   * @param random the lane's stream, for what is drawn by lot
   */
  void settle(int bar, RandomStream random);

  /**
   * {@return the event of a kind among others}
   *
   * @param <S> the class of the event
   * @param kind class or interface; the first event of it counts
   * @param day the events of the day, in their order
   * @throws IllegalArgumentException if there is none
   */
  static <S extends Settlement> S of(Class<S> kind, List<Settlement> day) {
    for (Settlement event : day) {
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
    throw new IllegalArgumentException(
        "the desk settles no "
            + kind.getSimpleName()
            + "; it settles "
            + day.stream().map(event -> event.getClass().getSimpleName()).toList());
  }

  /**
   * Begins an episode with a new account at the close of a bar.
   *
   * @param bar index, from 0, of the bar at whose close the account stands
   */
  default void open(int bar) {}

  /**
   * Writes what it remembers.
   *
   * @param out where it is written
   * @throws IOException if it cannot be written
   */
  default void save(DataOutput out) throws IOException {}

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in stands where {@link #save} began
   * @param bar index, from 0, of the bar at whose close the account stands
   * @throws IOException if it cannot be read
   */
  default void restore(DataInput in, int bar) throws IOException {}
}
