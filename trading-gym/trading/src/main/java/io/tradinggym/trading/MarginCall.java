package io.tradinggym.trading;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.Account;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An account whose equity is below its maintenance margin at the close of a session is traded away as a whole. */
public final class MarginCall implements Settlement {
  private final SessionDesk<?> desk;
  private final Account account;
  private long excess;

  /**
   * For the account of a desk.
   *
   * @param desk the desk whose account is watched
   */
  public MarginCall(SessionDesk<?> desk) {
    this.desk = desk;
    account = desk.account();
  }

  @Override
  public Phase phase() {
    return Phase.AT_CLOSE;
  }

  @Override
  public void open(int bar) {
    excess = account.equity();
  }

  @Override
  public void settle(int bar, RandomStream random) {
    excess = Math.subtractExact(account.equity(), account.maintenanceMargin());
    if (excess < 0 && desk.trader().holdsAny()) {
      desk.trader().liquidate();
      excess = account.equity();
      desk.marginCall();
    }
  }

  /**
   * {@return the equity beyond what was needed to keep what was held at the last close, before anything was traded;
   * money units}
   */
  public long excess() {
    return excess;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(excess);
  }

  @Override
  public void restore(DataInput in, int bar) throws IOException {
    excess = in.readLong();
  }
}
