package io.tradinggym.market.exchange;

import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Positions;
import io.tradinggym.market.data.Bars;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** How many lots of each asset are wanted at the next open, and the orders at the market that this makes. */
final class Targets {
  private final Bars bars;
  private final Account account;
  private final Positions positions;
  private final Filler filler;
  private final long[] wanted;
  private final boolean[] pending;

  /** Assets to trade, those that reduce positions first; one place more than assets, written without a question. */
  private final int[] queue;

  /** Those that do not reduce, until the queue is known. */
  private final int[] adding;

  private int count;
  private int reduces;
  private int queued;

  Targets(Bars bars, Account account, Filler filler) {
    this.bars = bars;
    this.account = account;
    positions = account.positions();
    this.filler = filler;
    int assets = bars.assets();
    wanted = new long[assets];
    pending = new boolean[assets];
    queue = new int[assets + 1];
    adding = new int[assets + 1];
  }

  void set(int asset, long lots) {
    boolean trades = lots != positions.lots(asset);
    if (trades != pending[asset]) {
      pending[asset] = trades;
      count += trades ? 1 : -1;
    }
    wanted[asset] = lots;
  }

  boolean any() {
    return count > 0;
  }

  void lapse() {
    if (count > 0) {
      Arrays.fill(pending, false);
      count = 0;
    }
    reduces = 0;
    queued = 0;
  }

  /** Marks what is to be traded at the open, and puts what reduces positions before all else. */
  @SuppressWarnings("ShortCircuitBoolean") // which come first is nothing that a processor can guess
  void open(int bar) {
    int first = 0;
    int last = 0;
    for (int asset = 0; asset < wanted.length; asset++) {
      if (pending[asset]) {
        if (bars.traded(asset, bar)) {
          account.mark(asset, bars.open(asset, bar));
        }
        int less = isLess(positions.lots(asset), wanted[asset]) ? 1 : 0;
        queue[first] = asset;
        first += less;
        adding[last] = asset;
        last += 1 - less;
      }
    }
    System.arraycopy(adding, 0, queue, first, last);
    reduces = first;
    queued = first + last;
  }

  /** Trades all, where nothing comes between; all targets have lapsed then. */
  void fill(int bar) {
    reach(0, queued, bar);
    count = 0;
  }

  /** Trades what reduces positions. */
  void reduce(int bar) {
    reach(0, reduces, bar);
  }

  /** Trades the rest; all targets have lapsed then. */
  void add(int bar) {
    reach(reduces, queued, bar);
    count = 0;
  }

  private void reach(int from, int to, int bar) {
    for (int i = from; i < to; i++) {
      int asset = queue[i];
      pending[asset] = false;
      if (bars.traded(asset, bar)) {
        long missing =
            filler.share(asset, Math.subtractExact(wanted[asset], positions.lots(asset)));
        filler.take(Exchange.TARGET, asset, missing, filler.open(asset, missing), Filler.NO_LIMIT);
      }
    }
  }

  @SuppressWarnings("ShortCircuitBoolean")
  private static boolean isLess(long held, long wanted) {
    return wanted == 0 | ((wanted ^ held) >= 0 & Math.abs(wanted) < Math.abs(held));
  }

  void save(DataOutput out) throws IOException {
    for (int asset = 0; asset < wanted.length; asset++) {
      out.writeBoolean(pending[asset]);
      out.writeLong(wanted[asset]);
    }
  }

  void restore(DataInput in) throws IOException {
    lapse();
    for (int asset = 0; asset < wanted.length; asset++) {
      pending[asset] = in.readBoolean();
      count += pending[asset] ? 1 : 0;
      wanted[asset] = in.readLong();
    }
  }
}
