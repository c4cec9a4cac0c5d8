package io.tradinggym.data.trades;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A book that is kept by updates whose ids are checked. Updates are kept until a snapshot comes; of those only what is
 * newer counts, and the first must reach the snapshot. From there each must follow the one before: by its {@code
 * previous} id where the venue tells one (Binance's futures), else by the next id (its spot market). A gap empties the
 * book, for what it shows would be wrong, and another snapshot is needed. For one thread.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">How to manage a local
 *     order book correctly</a>
 */
public final class BookSync {
  private static final int MOST_KEPT = 20_000;

  /** What became of an update. */
  public enum Outcome {
    /** It waits for a snapshot. */
    KEPT,
    /** The book had it already. */
    OLD,
    /** The book has it now. */
    APPLIED,
    /** Something before it is missing: the book is empty and a snapshot is needed. */
    GAP
  }

  private final OrderBook book = new OrderBook();
  private final Deque<DepthUpdate> kept = new ArrayDeque<>();
  private boolean synced;
  private boolean first;
  private long last;

  /** A book that waits for its first snapshot. */
  public BookSync() {}

  /** {@return the book; empty while {@link #synced} is false} */
  public OrderBook book() {
    return book;
  }

  /** {@return whether the book is what the venue has, as far as updates have come} */
  public boolean synced() {
    return synced;
  }

  /** {@return whether updates wait for a snapshot} */
  public boolean waiting() {
    return !synced && !kept.isEmpty();
  }

  /** {@return the id of the last update that is in the book} */
  public long last() {
    return last;
  }

  /** Forgets all, as after a lost connection. */
  public void reset() {
    synced = false;
    kept.clear();
    book.clear();
  }

  /**
   * {@return what became of an update}
   *
   * @param update the next one, in the order in which they came
   */
  public Outcome update(DepthUpdate update) {
    if (!synced) {
      if (kept.size() == MOST_KEPT) {
        kept.removeFirst();
      }
      kept.addLast(update);
      return Outcome.KEPT;
    }
    return follow(update);
  }

  /**
   * {@return whether the updates that were kept lead on from a snapshot; if not, a newer one is needed}
   *
   * @param snapshot of the venue's book, asked for after the first update came
   */
  public boolean snapshot(DepthSnapshot snapshot) {
    book.clear();
    book.apply(snapshot.bids(), snapshot.asks());
    last = snapshot.lastUpdate();
    first = true;
    synced = true;
    while (synced && !kept.isEmpty()) {
      DepthUpdate update = kept.removeFirst();
      if (follow(update) == Outcome.GAP) {
        // It is the newest that was looked at, and those behind it stay.
        kept.removeLast();
        kept.addFirst(update);
      }
    }
    return synced;
  }

  private Outcome follow(DepthUpdate update) {
    boolean chained = update.previous() != DepthUpdate.UNTOLD;
    if (chained ? update.last() < last : update.last() <= last) {
      return Outcome.OLD;
    }
    if (!follows(update, chained)) {
      synced = false;
      book.clear();
      kept.addLast(update);
      return Outcome.GAP;
    }
    book.apply(update.bids(), update.asks());
    last = update.last();
    first = false;
    return Outcome.APPLIED;
  }

  private boolean follows(DepthUpdate update, boolean chained) {
    if (chained) {
      return update.previous() == last || (first && update.first() <= last);
    }
    return first ? update.first() <= last + 1 : update.first() == last + 1;
  }
}
