package io.tradinggym.trading.flow;

import io.tradinggym.market.account.Account;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Cash, accruals and positions by sleeve, in columns, and the arithmetic by which they stay those of the account. */
final class SleeveBooks {
  final Account account;
  final int sleeves;
  final int assets;
  final int currencies;
  final long[] cash;
  final long[] accrued;
  final long[] lots;
  final long[] cost;

  /** By sleeve; scratch. */
  final long[] weights;

  SleeveBooks(Account account, int sleeves) {
    this.account = account;
    this.sleeves = sleeves;
    assets = account.assets();
    currencies = account.currencies().size();
    cash = new long[sleeves * currencies];
    accrued = new long[sleeves * currencies];
    lots = new long[sleeves * assets];
    cost = new long[sleeves * assets];
    weights = new long[sleeves];
  }

  void clear() {
    Arrays.fill(cash, 0);
    Arrays.fill(accrued, 0);
    Arrays.fill(lots, 0);
    Arrays.fill(cost, 0);
  }

  /** Whether an asset is entered without payment. */
  boolean contract(int asset) {
    return account.contract(asset);
  }

  int at(int sleeve, int asset) {
    return sleeve * assets + asset;
  }

  long lots(int sleeve, int asset) {
    return lots[at(sleeve, asset)];
  }

  void pay(int sleeve, int currency, long amount) {
    int to = sleeve * currencies + currency;
    cash[to] = Math.addExact(cash[to], amount);
  }

  void accrue(int sleeve, int currency, long amount) {
    int to = sleeve * currencies + currency;
    accrued[to] = Math.addExact(accrued[to], amount);
  }

  /**
   * A position of a sleeve changes hands.
   *
   * @param paid what the lots cost, money units; negative when sold
   * @param paidToClose the part of it that closes what is held
   * @return profit that was realised
   */
  long trade(int sleeve, int asset, long quantity, long paid, long paidToClose) {
    int at = at(sleeve, asset);
    long held = lots[at];
    long closing = closing(held, quantity);
    long removed = Parts.share(cost[at], Math.abs(closing), Math.abs(held));
    long realised = -Math.addExact(paidToClose, removed);
    cost[at] = Math.addExact(cost[at], Math.addExact(paid, realised));
    lots[at] = Math.addExact(held, quantity);
    pay(sleeve, account.currency(asset), contract(asset) ? realised : -paid);
    return realised;
  }

  /** The lots of a trade that close what is held, of the trade's sign. */
  static long closing(long held, long quantity) {
    boolean closes = (held ^ quantity) < 0 && held != 0;
    return closes ? Long.signum(quantity) * Math.min(Math.abs(held), Math.abs(quantity)) : 0;
  }

  /** What the cost of all sleeves' contracts is short of the account's: they realised what it did not. */
  long unsettled(int asset) {
    long sum = account.cost(asset);
    for (int sleeve = 0; sleeve < sleeves; sleeve++) {
      sum = Math.subtractExact(sum, cost[at(sleeve, asset)]);
    }
    return sum;
  }

  /** Writes the absolute lots of an asset into the weights; of one side only if {@code side} is not 0. */
  void weighByLots(int asset, int side) {
    for (int sleeve = 0; sleeve < sleeves; sleeve++) {
      long held = lots(sleeve, asset);
      weights[sleeve] = side == 0 ? Math.abs(held) : Math.max(0, side * held);
    }
  }

  /** Writes the cash of a currency on one side of 0 into the weights. */
  void weighByCash(int currency, int side) {
    for (int sleeve = 0; sleeve < sleeves; sleeve++) {
      weights[sleeve] = Math.max(0, side * cash[sleeve * currencies + currency]);
    }
  }

  /** Net worth of the first sleeves together, base currency. */
  long worth(int first) {
    long sum = 0;
    for (int currency = 0; currency < currencies; currency++) {
      long own = 0;
      for (int sleeve = 0; sleeve < first; sleeve++) {
        int at = sleeve * currencies + currency;
        own = Math.addExact(own, Math.addExact(cash[at], accrued[at]));
      }
      for (int asset = 0; asset < assets; asset++) {
        if (account.currency(asset) == currency) {
          own = Math.addExact(own, positions(first, asset));
        }
      }
      sum = Math.addExact(sum, account.toBase(currency, own));
    }
    return sum;
  }

  private long positions(int first, int asset) {
    long held = 0;
    long spent = 0;
    for (int sleeve = 0; sleeve < first; sleeve++) {
      held = Math.addExact(held, lots(sleeve, asset));
      spent = Math.addExact(spent, cost[at(sleeve, asset)]);
    }
    if (held == 0 && spent == 0) {
      return 0;
    }
    return Math.subtractExact(account.worth(asset, held), contract(asset) ? spent : 0);
  }

  void save(DataOutput out) throws IOException {
    for (long[] column : columns()) {
      for (long number : column) {
        out.writeLong(number);
      }
    }
  }

  void restore(DataInput in) throws IOException {
    for (long[] column : columns()) {
      for (int i = 0; i < column.length; i++) {
        column[i] = in.readLong();
      }
    }
  }

  private long[][] columns() {
    return new long[][] {cash, accrued, lots, cost};
  }
}
