package io.tradinggym.market.account;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What an account's events added up to in one step, money units; refilled every step. */
public final class StepTotals implements Resumable {
  long traded;
  long fees;
  long realised;
  long dividends;
  long interest;
  long borrow;
  long funding;
  int trades;

  StepTotals() {}

  void clear() {
    traded = 0;
    fees = 0;
    realised = 0;
    dividends = 0;
    interest = 0;
    borrow = 0;
    funding = 0;
    trades = 0;
  }

  /** Notional traded, one way. */
  public long traded() {
    return traded;
  }

  /** Commissions and slippage paid. */
  public long fees() {
    return fees;
  }

  /** Profit realised. */
  public long realised() {
    return realised;
  }

  /** Dividends received, less those paid on short positions. */
  public long dividends() {
    return dividends;
  }

  /** Interest, borrow fees and funding paid, less what was received. */
  public long carry() {
    return Math.addExact(Math.addExact(interest, borrow), funding);
  }

  /** Number of trades. */
  public int trades() {
    return trades;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(traded);
    out.writeLong(fees);
    out.writeLong(realised);
    out.writeLong(dividends);
    out.writeLong(interest);
    out.writeLong(borrow);
    out.writeLong(funding);
    out.writeInt(trades);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    traded = in.readLong();
    fees = in.readLong();
    realised = in.readLong();
    dividends = in.readLong();
    interest = in.readLong();
    borrow = in.readLong();
    funding = in.readLong();
    trades = in.readInt();
  }
}
