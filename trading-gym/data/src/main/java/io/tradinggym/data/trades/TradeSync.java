package io.tradinggym.data.trades;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Trades in the order of their ids, each once. Where one is missing, what comes after it waits until the missing ones
 * are brought, or given up. For one thread.
 */
public final class TradeSync {
  private final Consumer<Trade> out;
  private final NavigableMap<Long, Trade> waiting = new TreeMap<>();
  private boolean begun;
  private long next;
  private long repaired;
  private long lost;

  /**
   * A sequence without a trade.
   *
   * @param out takes each trade in order
   */
  public TradeSync(Consumer<Trade> out) {
    this.out = out;
  }

  /**
   * Takes a trade; one that was there is dropped.
   *
   * @param trade of the stream; the first one begins the sequence, the others may come in any order
   */
  public void take(Trade trade) {
    if (!begun) {
      begun = true;
      next = trade.id();
    }
    if (trade.id() >= next) {
      waiting.put(trade.id(), trade);
      drain();
    }
  }

  /** {@return whether trades are missing before those that wait} */
  public boolean gap() {
    return !waiting.isEmpty();
  }

  /** {@return the id of the first that is missing, or of the next that is to come} */
  public long next() {
    return next;
  }

  /** {@return the id of the first trade that waits behind the gap; there has to be one} */
  public long waiting() {
    return waiting.firstKey();
  }

  /**
   * Fills the gap; what the venue no longer has is counted as lost, and the sequence goes on behind it.
   *
   * @param missing trades that the venue gave for it, in any order
   * @param complete whether the venue gives no more: what is still missing is lost
   */
  public void repair(Collection<Trade> missing, boolean complete) {
    long end = gap() ? waiting() : next;
    for (Trade trade : missing) {
      if (trade.id() >= next && trade.id() < end && waiting.put(trade.id(), trade) == null) {
        repaired++;
      }
    }
    drain();
    while (complete && gap() && next < end) {
      lost += waiting() - next;
      next = waiting();
      drain();
    }
  }

  private void drain() {
    while (!waiting.isEmpty() && waiting.firstKey() == next) {
      out.accept(waiting.pollFirstEntry().getValue());
      next++;
    }
  }

  /** {@return how many trades were missing and brought} */
  public long repaired() {
    return repaired;
  }

  /** {@return how many trades were missing for good} */
  public long lost() {
    return lost;
  }
}
