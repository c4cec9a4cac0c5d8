package io.tradinggym.crypto.env;

import io.tradinggym.api.LaneState;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.data.Bars;
import io.tradinggym.trading.Settlement;
import io.tradinggym.trading.TradingDesk;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** Funding of the stamps that a bar has passed, on the positions that are open at its end. */
final class Funding implements Settlement {
  private final Account account;
  private final Bars bars;
  private final FundingClock clock;
  private double paid;

  Funding(TradingDesk desk) {
    account = desk.account();
    bars = desk.cursor().bars();
    clock = new FundingClock(bars, desk.cursor().market().instruments());
  }

  /** Which stamps have passed, and at which rates. */
  FundingClock clock() {
    return clock;
  }

  /** Paid in the last step, USDT; negative when received. */
  double paid() {
    return paid;
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void open(int bar) {
    clock.reset(bar);
    paid = 0;
  }

  @Override
  public void settle(int bar, RandomStream random) {
    paid = clock.advance(bar) ? pay(bar) : 0;
  }

  private double pay(int bar) {
    long before = account.stepCarry();
    for (int asset = 0; asset < account.assets(); asset++) {
      if (account.lots(asset) != 0 && clock.stamped(asset)) {
        Carry.fund(account, asset, bars.funding(asset, bar));
      }
    }
    return Money.toDouble(account.stepCarry() - before);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(paid);
  }

  @Override
  public void restore(DataInput in, int bar) throws IOException {
    clock.reset(bar);
    paid = in.readDouble();
  }

  @Override
  public Optional<LaneState> laneState() {
    return Optional.of(new State());
  }

  /** What was paid, and the clock. */
  private final class State implements LaneState {
    @Override
    public int size() {
      return 1 + clock.stateSize();
    }

    @Override
    public void store(long[] row, int at) {
      row[at] = Double.doubleToRawLongBits(paid);
      clock.store(row, at + 1);
    }

    @Override
    public void load(long[] row, int at) {
      paid = Double.longBitsToDouble(row[at]);
      clock.load(row, at + 1);
    }
  }
}
