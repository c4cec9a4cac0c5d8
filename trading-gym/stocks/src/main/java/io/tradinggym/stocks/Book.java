package io.tradinggym.stocks;

import io.tradinggym.api.Resumable;
import io.tradinggym.market.Money;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Cash and positions in whole units: what is paid is rounded up, what is received down. {@code equity = cash + sum of
 * lots x price}, exactly. Scratch of one lane, nothing is allocated after construction.
 */
final class Book implements Resumable {
  private final long[] tickLotValue;
  private final long[] lots;
  private final long[] basis;
  private long cash;
  private long realised;
  private long fees;
  private long traded;
  private long carry;

  Book(long[] tickLotValue) {
    this.tickLotValue = tickLotValue;
    lots = new long[tickLotValue.length];
    basis = new long[tickLotValue.length];
  }

  void open(long startingCash) {
    cash = startingCash;
    realised = 0;
    Arrays.fill(lots, 0);
    Arrays.fill(basis, 0);
    clearFlows();
  }

  /** Starts counting what a step pays. */
  void clearFlows() {
    fees = 0;
    traded = 0;
    carry = 0;
  }

  /** Books a trade of so many lots (negative = sold) at a price in ticks, and its fee. */
  void trade(int asset, long quantity, long ticks, long fee) {
    long worth = Math.multiplyExact(Math.multiplyExact(ticks, quantity), tickLotValue[asset]);
    long before = lots[asset];
    long closing = closing(before, quantity);
    long closedBasis = closing == 0 ? 0 : share(basis[asset], closing, before);
    long closedWorth = Math.multiplyExact(Math.multiplyExact(ticks, -closing), tickLotValue[asset]);
    realised += closing == 0 ? 0 : -closedWorth - closedBasis;
    basis[asset] += -closedBasis + (worth - closedWorth);
    lots[asset] = before + quantity;
    cash = Math.subtractExact(Math.subtractExact(cash, worth), fee);
    fees += fee;
    traded += Math.abs(worth);
  }

  /** Lots of the position, signed as it, that a trade closes. */
  private static long closing(long before, long quantity) {
    if (before == 0 || (before > 0) == (quantity > 0)) {
      return 0;
    }
    return Math.abs(quantity) >= Math.abs(before) ? before : -quantity;
  }

  private static long share(long amount, long part, long whole) {
    return part == whole ? amount : (long) ((double) amount * part / whole);
  }

  /** Pays (or, negative, receives) interest and borrow fees. */
  void pay(long amount) {
    cash = Math.subtractExact(cash, amount);
    carry += amount;
  }

  long lots(int asset) {
    return lots[asset];
  }

  long notional(int asset, long ticks) {
    return Math.multiplyExact(Math.multiplyExact(ticks, lots[asset]), tickLotValue[asset]);
  }

  long unrealised(int asset, long ticks) {
    return notional(asset, ticks) - basis[asset];
  }

  long cash() {
    return cash;
  }

  double realised() {
    return Money.toDouble(realised);
  }

  double fees() {
    return Money.toDouble(fees);
  }

  double traded() {
    return Money.toDouble(traded);
  }

  double carry() {
    return Money.toDouble(carry);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(cash);
    out.writeLong(realised);
    for (int asset = 0; asset < lots.length; asset++) {
      out.writeLong(lots[asset]);
      out.writeLong(basis[asset]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    cash = in.readLong();
    realised = in.readLong();
    for (int asset = 0; asset < lots.length; asset++) {
      lots[asset] = in.readLong();
      basis[asset] = in.readLong();
    }
    clearFlows();
  }
}
