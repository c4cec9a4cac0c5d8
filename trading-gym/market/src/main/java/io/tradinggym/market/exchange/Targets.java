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
  private final Bars asks;
  private final Bars bids;
  private final Account account;
  private final Positions positions;
  private final Filler filler;
  private final long[] wanted;
  private final boolean[] pending;

  /** Assets to trade that reduce positions; one place more than assets, written without a question. */
  private final int[] reducing;

  /** The others. */
  private final int[] adding;

  private int count;
  private int reduces;
  private int adds;

  Targets(Bars bars, Account account, Filler filler) {
    this.bars = bars;
    asks = bars.asks();
    bids = bars.bids();
    this.account = account;
    positions = account.positions();
    this.filler = filler;
    int assets = bars.assets();
    wanted = new long[assets];
    pending = new boolean[assets];
    reducing = new int[assets + 1];
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
    adds = 0;
  }

  /** Marks what is to be traded at the open, and puts what reduces positions before all else. */
  @SuppressWarnings("ShortCircuitBoolean") // which come first is nothing that a processor can guess
  void open(int bar) {
    int first = 0;
    int last = 0;
    for (int asset = 0; asset < wanted.length; asset++) {
      if (pending[asset] && bars.traded(asset, bar)) {
        account.mark(asset, bars.open(asset, bar));
      }
    }
    for (int asset = 0; asset < wanted.length; asset++) {
      boolean less = isLess(positions.lots(asset), wanted[asset]);
      reducing[first] = asset;
      first += pending[asset] & less ? 1 : 0;
      adding[last] = asset;
      last += pending[asset] & !less ? 1 : 0;
    }
    reduces = first;
    adds = last;
  }

  /** Trades what reduces positions. */
  void reduce(int bar) {
    reach(reducing, reduces, bar);
  }

  /** Trades the rest; all targets have lapsed then. */
  void add(int bar) {
    reach(adding, adds, bar);
    count = 0;
  }

  private void reach(int[] queue, int size, int bar) {
    for (int i = 0; i < size; i++) {
      int asset = queue[i];
      pending[asset] = false;
      if (bars.traded(asset, bar)) {
        long missing =
            filler.share(asset, Math.subtractExact(wanted[asset], positions.lots(asset)));
        long open = (missing > 0 ? asks : bids).open(asset, bar);
        filler.take(Exchange.TARGET, asset, missing, open, Filler.NO_LIMIT);
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
